namespace EncordFunctions.Bench;

/// <summary>Other programs on this machine.</summary>
internal static class Programs
{
    /// <summary>The path of a program that the shell would find; null where it would find none.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
