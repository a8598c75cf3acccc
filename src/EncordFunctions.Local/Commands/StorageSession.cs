using Azure.Storage.Blobs;
using EncordFunctions.Local.Azurite;
using EncordFunctions.Local.Output;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Commands;

/// <summary>The storage a command works on: the one <c>--connection</c> names, or an Azurite of its own for as long as it runs.</summary>
internal sealed class StorageSession : IAsyncDisposable
{
    private readonly AzuriteServer? _azurite;

    private StorageSession(string connectionString, AzuriteServer? azurite) => (ConnectionString, _azurite) = (connectionString, azurite);

    public string ConnectionString { get; }

    /// <summary>Connects; says in one line what is wrong where it can't.</summary>
    public static async Task<StorageSession> OpenAsync(string? connection, Terminal terminal, TimeProvider time, CancellationToken cancellationToken)
    {
        if (connection is not null)
        {
            await CheckAsync(connection, cancellationToken);
            return new StorageSession(connection, null);
        }

        var options = new AzuriteOptions { DataFolder = LocalFolders.Data, Report = terminal.Note };
        var azurite = await AzuriteServer.StartAsync(options, time, cancellationToken);
        return new StorageSession(azurite.ConnectionString, azurite);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? default;

    private static async Task CheckAsync(string connection, CancellationToken cancellationToken)
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 1, NetworkTimeout = TimeSpan.FromSeconds(10) } };
        BlobContainerClient exports;
        try
        {
            exports = new BlobContainerClient(connection, StorageNames.Exports, options);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new UnusableInputException(
                "--connection is not a storage connection string: give one as the portal shows it under 'Access keys', or UseDevelopmentStorage=true.");
        }

        await exports.ExistsAsync(cancellationToken);
    }
}
