using Azure.Core;
using Azure.Core.Pipeline;

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>Refuses the first writes and lets the later ones through, as a store that comes back would.</summary>
public sealed class FaultyWrites(int count) : HttpPipelinePolicy
{
    private int _writes;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var isWrite = message.Request.Method != RequestMethod.Get && message.Request.Method != RequestMethod.Head;
        return isWrite && Interlocked.Increment(ref _writes) <= count ? throw new CrashException() : ProcessNextAsync(message, pipeline);
    }
}
