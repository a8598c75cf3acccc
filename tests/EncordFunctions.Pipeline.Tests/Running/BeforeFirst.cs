using Azure.Core;
using Azure.Core.Pipeline;

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>Does something once, right before the first request of a kind is sent.</summary>
public sealed class BeforeFirst(Func<Request, bool> isOfKind, Func<Task> act) : HttpPipelinePolicy
{
    private int _requests;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (isOfKind(message.Request) && Interlocked.Increment(ref _requests) == 1) await act();
        await ProcessNextAsync(message, pipeline);
    }
}
