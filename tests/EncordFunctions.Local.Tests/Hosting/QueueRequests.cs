using Azure.Core;
using Azure.Core.Pipeline;

namespace EncordFunctions.Local.Tests.Hosting;

/// <summary>Notes what a queue client asks of the service, once it was answered.</summary>
internal sealed class QueueRequests : HttpPipelinePolicy
{
    private readonly Lock _lock = new();
    private readonly List<(string Method, int? Visibility)> _seen = [];
    private readonly List<(Func<(string Method, int? Visibility), bool> Wanted, int Times, TaskCompletionSource Met)> _waiting = [];

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The listener is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Note(message.Request.Method.Method, Visibility(message.Request.Uri.Query));
    }

    /// <summary>Completes when so many requests of a kind were answered since the beginning.</summary>
    public Task SeenAsync(Func<(string Method, int? Visibility), bool> wanted, int times = 1)
    {
        lock (_lock)
        {
            var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((wanted, times, met));
            Tell();
            return met.Task;
        }
    }

    private static int? Visibility(string query)
    {
        var parameter = query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("visibilitytimeout=", StringComparison.Ordinal));
        return parameter is null ? null : int.Parse(parameter.Split('=')[1]);
    }

    private void Note(string method, int? visibility)
    {
        lock (_lock)
        {
            _seen.Add((method, visibility));
            Tell();
        }
    }

    private void Tell()
    {
        foreach (var (wanted, times, met) in _waiting)
            if (_seen.Count(wanted) >= times) met.TrySetResult();
    }
}
