using System.Diagnostics;

namespace EncordFunctions.Bench;

/// <summary>Other processes: programs of this machine, and this one over again.</summary>
internal static class Programs
{
    /// <summary>This program, whichever way it was started.</summary>
    public static string Itself { get; } = In(AppContext.BaseDirectory);

    /// <summary>This program as it was published to a folder.</summary>
    public static string In(string folder) => Path.Combine(folder, OperatingSystem.IsWindows() ? "EncordFunctions.Bench.exe" : "EncordFunctions.Bench");

    /// <summary>The path of a program that the shell would find; null where it would find none.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">What to tell it.</param>
    /// <param name="settings">Environment variables it gets beside those of this process.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It left with another code than 0.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{Path.GetFileName(program)} left with {process.ExitCode}. {text}");
    }
}
