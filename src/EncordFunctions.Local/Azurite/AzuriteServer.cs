using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EncordFunctions.Local.Azurite;

/// <summary>
/// A storage emulator of our own: on free loopback ports, ended with this process. It closes gracefully even when this process is
/// killed, so no write it acknowledged is lost.
/// </summary>
public sealed partial class AzuriteServer : IAsyncDisposable
{
    // The emulator's well-known account; it opens nothing but emulators.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly Task _drained;
    private readonly DataFolder _data;
    private readonly TimeProvider _time;

    private AzuriteServer(Process process, Task drained, DataFolder data, TimeProvider time, string connectionString)
    {
        (_process, _drained, _data, _time) = (process, drained, data, time);
        ConnectionString = connectionString;
    }

    /// <summary>What storage clients connect with.</summary>
    public string ConnectionString { get; }

    /// <summary>Where its data lives.</summary>
    public string DataFolder => _data.Path;

    /// <summary>Installs Azurite if need be and starts it; returns when its three services take requests.</summary>
    /// <exception cref="AzuriteUnavailableException">It can't be installed or started, or another command holds the data folder.</exception>
    public static async Task<AzuriteServer> StartAsync(AzuriteOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var programs = NodePrograms.Find();
        var installation = new AzuriteInstallation(programs, LocalFolders.Azurite, options.Report, time);
        var data = await Azurite.DataFolder.TakeAsync(options.DataFolder, options.Report, time, cancellationToken);
        try
        {
            await installation.EnsureAsync(cancellationToken);
            return await StartAsync(programs, installation, data, time, cancellationToken);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync(_process, _time);
        await _drained;
        _process.Dispose();
        _data.Dispose();
    }

    private static async Task<AzuriteServer> StartAsync(
        NodePrograms programs, AzuriteInstallation installation, DataFolder data, TimeProvider time, CancellationToken cancellationToken)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Azurite", "azurite-host.cjs");
        var process = Process.Start(new ProcessStartInfo(programs.Node, [script, installation.Folder, data.Path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var endpoints = new Dictionary<string, string>();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tail = new OutputTail();
        var drained = Task.WhenAll(tail.DrainAsync(process.StandardOutput, Listen), tail.DrainAsync(process.StandardError));
        try
        {
            var ended = process.WaitForExitAsync(cancellationToken);
            await Task.WhenAny(ready.Task, ended).WaitAsync(StartLimit, time, cancellationToken);
            if (!ready.Task.IsCompleted)
            {
                await drained;
                throw new AzuriteUnavailableException($"Azurite ended while it started: {tail}");
            }

            return new AzuriteServer(process, drained, data, time, ConnectionTo(endpoints));
        }
        catch (Exception exception)
        {
            await EndAsync(process, time);
            process.Dispose();
            if (exception is TimeoutException)
                throw new AzuriteUnavailableException($"Azurite did not start within {StartLimit.TotalSeconds:0} seconds: {tail}", exception);
            throw;
        }

        void Listen(string line)
        {
            if (ListeningLine().Match(line) is not { Success: true } match) return;
            endpoints[match.Groups["service"].Value] = match.Groups["address"].Value;
            if (endpoints.Count == 3) ready.TrySetResult();
        }
    }

    private static string ConnectionTo(Dictionary<string, string> endpoints) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        string.Concat(endpoints.Select(endpoint => $"{endpoint.Key}Endpoint={endpoint.Value}/{Account};"));

    /// <summary>The end of its input is what tells Azurite to save and go.</summary>
    private static async Task EndAsync(Process process, TimeProvider time)
    {
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(EndLimit, time);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://\S+?)/?$")]
    private static partial Regex ListeningLine();
}
