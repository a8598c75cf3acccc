using EncordFunctions.Local.Azurite;

[assembly: AssemblyFixture(typeof(EncordFunctions.Local.Tests.SharedAzurite))]

namespace EncordFunctions.Local.Tests;

/// <summary>One Azurite for the tests that don't mind others beside them.</summary>
public sealed class SharedAzurite : IAsyncLifetime
{
    private AzuriteServer? _server;

    public string ConnectionString => _server!.ConnectionString;

    public async ValueTask InitializeAsync() =>
        _server = await AzuriteServer.StartAsync(new AzuriteOptions(), TimeProvider.System, CancellationToken.None);

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? default;
}
