using System.Diagnostics;
using System.Reflection;

namespace EncordFunctions.Infra.Tests.Bicep;

/// <summary>Runs the Bicep compiler that the project names, with nothing in its environment that parameters could read but what it is given.</summary>
internal static class BicepCommand
{
    private static readonly string? Program = typeof(BicepCommand).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "Bicep")?.Value;

    public static async Task<BicepRun> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        Assert.SkipWhen(Program is null, "The Bicep compiler is not packaged for this platform.");
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = Path.Combine(Repository.Root, "infra"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsRead).ToArray()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new BicepRun(process.ExitCode, await output, await error);
    }

    private static bool IsRead(string name) =>
        name.StartsWith("AZURE_", StringComparison.Ordinal) || name.StartsWith("ENCORD_", StringComparison.Ordinal);
}
