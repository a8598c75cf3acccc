using Azure.Core;
using Azure.Core.Pipeline;

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>
/// Ends a process at its n-th write, or its n-th request of any kind: before the request is sent or after it was answered. From then on
/// nothing gets through.
/// </summary>
public sealed class CrashPolicy(int at, bool after, bool reads = false) : HttpPipelinePolicy
{
    private int _requests;
    private int _dead;

    /// <summary>How many requests of the kind it met.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public bool HasCrashed => Volatile.Read(ref _dead) != 0;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (HasCrashed) throw new CrashException();
        var isRead = message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head;
        var isIt = (reads || !isRead) && Interlocked.Increment(ref _requests) == at;
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
