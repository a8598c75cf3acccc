using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EncordFunctions.Bench.Starting;

/// <summary>Publishes this program, compiled ahead of time.</summary>
internal static class Publishing
{
    /// <returns>Null where it can't be: the compiler is a package, and so may be out of reach.</returns>
    public static async Task<string?> ReadyToRunAsync(string folder)
    {
        var project = Path.Combine(Repository.Root, "bench", "EncordFunctions.Bench");
        using var dotnet = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                "publish", project, "-c", "Release", "-v", "q", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", folder,
                // Processes that stay behind would hold the output open.
                "-nodeReuse:false", "-p:UseSharedCompilation=false",
            ])
        { RedirectStandardOutput = true })!;
        var text = await dotnet.StandardOutput.ReadToEndAsync();
        await dotnet.WaitForExitAsync();
        if (dotnet.ExitCode == 0) return folder;
        Console.Error.WriteLine(text);
        return null;
    }
}
