using Azure.Core;
using Azure.Core.Pipeline;

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>Requests of a kind wait for each other: none is sent before there are so many. From then on whoever asks for anything lets the others ask first.</summary>
public sealed class Meeting(int size, Func<Request, bool> isOfKind) : HttpPipelinePolicy
{
    private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _come;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (isOfKind(message.Request))
        {
            if (Interlocked.Increment(ref _come) == size) _met.SetResult();
            await _met.Task;
        }
        await Task.Yield();
        await ProcessNextAsync(message, pipeline);
    }
}
