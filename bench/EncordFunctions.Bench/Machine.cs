using System.Runtime.InteropServices;

namespace EncordFunctions.Bench;

/// <summary>What figures were measured on, without anything that tells whose it is.</summary>
internal static class Machine
{
    /// <summary>In one line: processor, cores, memory, system, the versions of what ran, the day.</summary>
    public static async Task<string> DescribeAsync()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30);
        string[] parts =
        [
            $"{Processor()}, {Environment.ProcessorCount} cores, {memory:N0} GiB",
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}",
            RuntimeInformation.FrameworkDescription,
            .. await VersionAsync("node", "Node.js"),
            .. await VersionAsync(Environment.GetEnvironmentVariable("PYTHON") ?? "python3", ""),
            TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", null),
        ];
        return string.Join("; ", parts.Select(static part => part.Trim())) + ".";
    }

    private static string Processor()
    {
        const string CpuInfo = "/proc/cpuinfo";
        var line = File.Exists(CpuInfo) ? File.ReadLines(CpuInfo).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "an unknown processor";
    }

    private static async Task<string[]> VersionAsync(string program, string name)
    {
        if (!File.Exists(program) && Programs.Find(program) is null) return [];
        var version = (await Programs.RunAsync(program, ["--version"])).Trim();
        return version.Length == 0 ? [] : [$"{name} {version}"];
    }
}
