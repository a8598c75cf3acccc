using Azure.Core;
using Azure.Core.Pipeline;

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>Where a test's storage is: an Azurite, or in memory.</summary>
/// <param name="ConnectionString">Names and keys.</param>
/// <param name="Clock">The storage's clock.</param>
/// <param name="Transport">What carries the requests, where it is not the network.</param>
public sealed record StorageAccount(string ConnectionString, TimeProvider Clock, HttpPipelineTransport? Transport = null)
{
    public static implicit operator StorageAccount(string azurite) => new(azurite, TimeProvider.System);

    public PipelineStorage Connect(Action<ClientOptions>? configure = null) => PipelineStorage.Connect(ConnectionString, options =>
    {
        if (Transport is not null) options.Transport = Transport;
        configure?.Invoke(options);
    });
}
