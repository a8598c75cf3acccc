using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace EncordFunctions.Local.Azurite;

/// <summary>Azurite as the pinned package and lock file name it, installed once and shared by every process on this machine.</summary>
internal sealed class AzuriteInstallation(NodePrograms programs, string folder, Action<string> report, TimeProvider time)
{
    private static readonly string Pinned = Path.Combine(AppContext.BaseDirectory, "Azurite");

    /// <summary>The folder that holds <c>node_modules</c>.</summary>
    public string Folder => folder;

    private string StampPath => Path.Combine(folder, ".installed");

    /// <summary>Installs if what is there isn't what is pinned. Processes that start together wait for the first of them.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var stamp = await StampAsync(cancellationToken);
        if (IsInstalled(stamp)) return;

        using var held = await ExclusiveFile.TakeAsync(
            Path.Combine(folder, ".lock"), () => report("Waiting for another process that is installing Azurite..."), time, cancellationToken);
        if (IsInstalled(stamp)) return;

        report($"Installing Azurite {PinnedVersion()} (once, about a minute)...");
        foreach (var name in (string[])["package.json", "package-lock.json"])
            File.Copy(Path.Combine(Pinned, name), Path.Combine(folder, name), overwrite: true);

        if (await RunNpmAsync([], cancellationToken) is not null)
        {
            // A damaged or unwritable cache of the user's is the fault that a second try with an own one cures.
            var cache = Path.Combine(folder, ".npm-cache");
            if (await RunNpmAsync(["--cache", cache], cancellationToken) is { } fault)
            {
                throw new AzuriteUnavailableException(
                    $"Azurite could not be installed ({fault}): check that npm reaches its registry, " +
                    "or pass --connection with a storage account's connection string.");
            }

            Directory.Delete(cache, recursive: true);
        }

        await File.WriteAllTextAsync(StampPath, stamp, cancellationToken);
    }

    private static async Task<string> StampAsync(CancellationToken cancellationToken)
    {
        await using var locked = File.OpenRead(Path.Combine(Pinned, "package-lock.json"));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(locked, cancellationToken));
    }

    private static string PinnedVersion()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Pinned, "package.json")));
        return package.RootElement.GetProperty("dependencies").GetProperty("azurite").GetString()!;
    }

    private bool IsInstalled(string stamp) => File.Exists(StampPath) && File.ReadAllText(StampPath) == stamp;

    /// <returns>Null when it went well, else the end of what npm said.</returns>
    private async Task<string?> RunNpmAsync(IEnumerable<string> more, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(programs.Npm, ["ci", "--no-audit", "--no-fund", "--omit=dev", .. more])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var npm = Process.Start(start)!;
        npm.StandardInput.Close();
        var tail = new OutputTail();
        var drained = Task.WhenAll(tail.DrainAsync(npm.StandardOutput), tail.DrainAsync(npm.StandardError));
        try
        {
            await npm.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }

        await drained;
        return npm.ExitCode == 0 ? null : $"npm ended with code {npm.ExitCode}: {tail}";
    }
}
