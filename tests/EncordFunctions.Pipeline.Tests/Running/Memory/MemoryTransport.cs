using Azure.Core;
using Azure.Core.Pipeline;

namespace EncordFunctions.Pipeline.Tests.Running.Memory;

/// <summary>Carries the requests of the clients to a storage in memory.</summary>
internal sealed class MemoryTransport(MemoryStorage storage) : HttpPipelineTransport
{
    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        // As on a wire, others go on while a request is under way.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var request = await ServiceRequest.OfAsync(message.Request, message.CancellationToken);
        message.CancellationToken.ThrowIfCancellationRequested();
        var answer = storage.Serve(request);
        answer.ClientRequestId = message.Request.ClientRequestId;
        message.Response = answer.With("x-ms-client-request-id", message.Request.ClientRequestId);
    }
}
