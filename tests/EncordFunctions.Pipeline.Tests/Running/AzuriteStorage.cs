using EncordFunctions.Local.Azurite;
using EncordFunctions.Pipeline.Tests.Running;

[assembly: AssemblyFixture(typeof(AzuriteStorage))]

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>One Azurite for all tests of the assembly.</summary>
public sealed class AzuriteStorage : IAsyncLifetime
{
    private AzuriteServer? _server;

    public string ConnectionString => _server!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        var options = new AzuriteOptions { Report = line => TestContext.Current.SendDiagnosticMessage(line) };
        _server = await AzuriteServer.StartAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);
        await PipelineStorage.Connect(ConnectionString).CreateAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
