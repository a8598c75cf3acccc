namespace EncordFunctions.Local.Azurite;

/// <summary>The two programs Azurite needs, found on the PATH.</summary>
internal sealed record NodePrograms(string Node, string Npm)
{
    /// <summary>Finds both, or says what to install.</summary>
    public static NodePrograms Find()
    {
        // CreateProcess starts an .exe by its bare name but a script only by its full one.
        var (node, npm) = OperatingSystem.IsWindows() ? ("node.exe", "npm.cmd") : ("node", "npm");
        return new NodePrograms(OnPath(node), OnPath(npm));
    }

    private static string OnPath(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (var folder in folders)
        {
            var path = Path.Combine(folder, program);
            if (File.Exists(path)) return path;
        }

        throw new AzuriteUnavailableException(
            $"Azurite, the storage emulator, needs Node.js 20 or later, and '{program}' is not on the PATH: " +
            "install Node.js from https://nodejs.org, or pass --connection with a storage account's connection string.");
    }
}
