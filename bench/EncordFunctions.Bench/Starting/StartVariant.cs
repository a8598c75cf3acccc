using System.Diagnostics;
using System.Text.Json;

namespace EncordFunctions.Bench.Starting;

/// <summary>One way to start the program.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Folder">Where the program is.</param>
/// <param name="Settings">The runtime's settings, as environment variables.</param>
internal sealed record StartVariant(string Name, string Folder, params IReadOnlyList<(string Name, string Value)> Settings)
{
    /// <summary>Starts it, and waits until it has processed two rows.</summary>
    public async Task<StartFigures> RunAsync(string connectionString, bool withMethods)
    {
        var program = new ProcessStartInfo(Path.Combine(Folder, "EncordFunctions.Bench")) { RedirectStandardOutput = true };
        foreach (var (name, value) in Settings) program.Environment[name] = value;
        program.ArgumentList.Add("first-rows");
        program.ArgumentList.Add(connectionString);
        program.ArgumentList.Add(TimeProvider.System.GetTimestamp().ToString(null, null));
        if (withMethods) program.ArgumentList.Add("methods");
        using var process = Process.Start(program)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<StartFigures>(text)!
            : throw new InvalidOperationException($"{Name} left with {process.ExitCode}.");
    }
}
