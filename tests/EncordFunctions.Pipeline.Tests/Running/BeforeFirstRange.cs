using Azure.Core;
using Azure.Core.Pipeline;

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>Does something once, right before the first range of a blob is read.</summary>
public sealed class BeforeFirstRange(Func<Task> act) : HttpPipelinePolicy
{
    private int _ranges;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Headers.Contains("x-ms-range") && Interlocked.Increment(ref _ranges) == 1) await act();
        await ProcessNextAsync(message, pipeline);
    }
}
