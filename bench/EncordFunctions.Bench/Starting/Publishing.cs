using System.Runtime.InteropServices;

namespace EncordFunctions.Bench.Starting;

/// <summary>Publishes this program, compiled ahead of time.</summary>
internal static class Publishing
{
    /// <returns>Null where it can't be: the compiler is a package, and so may be out of reach.</returns>
    public static async Task<string?> ReadyToRunAsync(string folder)
    {
        var project = Path.Combine(Repository.Root, "bench", "EncordFunctions.Bench");
        try
        {
            await Programs.RunAsync("dotnet",
            [
                "publish", project, "-o", folder, "-c", "Release", "-v", "q",
                "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true",
                // Processes that stay behind would hold the output open.
                "-nodeReuse:false", "-p:UseSharedCompilation=false",
            ]);
            return folder;
        }
        catch (InvalidOperationException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return null;
        }
    }
}
