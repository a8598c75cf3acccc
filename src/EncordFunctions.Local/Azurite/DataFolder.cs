using System.Diagnostics;
using System.Globalization;

namespace EncordFunctions.Local.Azurite;

/// <summary>The folder of one Azurite's data. One live host at a time holds it; a killed host's Azurite is waited for.</summary>
internal sealed class DataFolder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly FileStream _held;
    private readonly bool _isTemporary;

    private DataFolder(string path, FileStream held, bool isTemporary) => (Path, _held, _isTemporary) = (path, held, isTemporary);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Takes the folder, or says who has it.</summary>
    public static async Task<DataFolder> TakeAsync(string? path, Action<string> report, TimeProvider time, CancellationToken cancellationToken)
    {
        var isTemporary = path is null;
        path ??= Directory.CreateTempSubdirectory("encordfunctions-").FullName;
        var held = ExclusiveFile.TryTake(System.IO.Path.Combine(path, "host.lock")) ?? throw new AzuriteUnavailableException(
            $"Another EncordFunctions command is using {path}: wait until it has ended, or stop it.");
        try
        {
            await WaitForFormerAsync(path, report, time, cancellationToken);
            return new DataFolder(path, held, isTemporary);
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _held.Dispose();
        if (_isTemporary) Directory.Delete(Path, recursive: true);
    }

    private static async Task WaitForFormerAsync(string path, Action<string> report, TimeProvider time, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        var said = false;
        while (FormerProcess(path) is { } id)
        {
            if (time.GetElapsedTime(since) > Patience)
            {
                throw new AzuriteUnavailableException(
                    $"The Azurite of an earlier run (process {id}) still uses {path}: end that process, then try again.");
            }

            if (!said) report("Waiting for the Azurite of an earlier run to save its data...");
            said = true;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static int? FormerProcess(string path)
    {
        try
        {
            var text = File.ReadAllText(System.IO.Path.Combine(path, "azurite.pid"));
            if (!int.TryParse(text, CultureInfo.InvariantCulture, out var id)) return null;
            using var process = Process.GetProcessById(id);

            // Where Azurite itself was killed the file stays, and the number may be another program's by now.
            return process.ProcessName.Contains("node", StringComparison.OrdinalIgnoreCase) ? id : null;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
