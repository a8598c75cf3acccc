using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace EncordFunctions.Pipeline.Tests.Changes;

/// <summary>Counts the requests of a process.</summary>
public sealed class RequestCounts : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<string> _requests = [];

    public IReadOnlyCollection<string> All => _requests;

    /// <summary>How many went to a table or a container.</summary>
    public int Of(string name, string? method = null) => _requests.Count(request =>
        request.Contains(name, StringComparison.Ordinal) && (method is null || request.StartsWith(method, StringComparison.Ordinal)));

    public void Clear() => _requests.Clear();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        _requests.Enqueue($"{message.Request.Method} {Uri.UnescapeDataString(message.Request.Uri.Path)}");
        return ProcessNextAsync(message, pipeline);
    }
}
