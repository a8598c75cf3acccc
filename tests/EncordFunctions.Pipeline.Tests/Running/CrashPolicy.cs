using Azure.Core;
using Azure.Core.Pipeline;

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>Ends a process at its n-th write: before the request is sent or after it was answered. From then on nothing gets through.</summary>
public sealed class CrashPolicy(int at, bool after) : HttpPipelinePolicy
{
    private int _writes;
    private int _dead;

    public bool HasCrashed => Volatile.Read(ref _dead) != 0;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (HasCrashed) throw new CrashException();
        var isIt = message.Request.Method != RequestMethod.Get && message.Request.Method != RequestMethod.Head
            && Interlocked.Increment(ref _writes) == at;
        if (isIt && !after) Crash();
        await ProcessNextAsync(message, pipeline);
        if (isIt) Crash();
    }

    private void Crash()
    {
        Volatile.Write(ref _dead, 1);
        throw new CrashException();
    }
}
