using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace EncordFunctions.Pipeline.Tests.Faults;

/// <summary>Does what each write asks for and loses the answer, so that the client asks once more. Belongs below the clients' own retries.</summary>
public sealed class LostAnswers : HttpPipelinePolicy
{
    private readonly ConcurrentDictionary<string, bool> _lost = [];

    public int Count => _lost.Count;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        // A retry has the id of the first request.
        if (message.Request.Method == RequestMethod.Get || !_lost.TryAdd(message.Request.ClientRequestId, true)) return;
        message.Response.Dispose();
        throw new TaskCanceledException("No answer came in time.");
    }
}
