using Azure.Core;
using Azure.Core.Pipeline;

namespace EncordFunctions.Local.Tests.Serving;

/// <summary>Ends every request to the storage before it leaves.</summary>
internal sealed class FailingPolicy(Func<Exception> fault) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw fault();

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw fault();
}
