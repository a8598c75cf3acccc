namespace EncordFunctions.Local;

/// <summary>Where the local command keeps what outlives a run: under the repository where there is one, under the user's data elsewhere.</summary>
public static class LocalFolders
{
    private const string RepositoryMark = "EncordFunctions.sln";

    /// <summary>The root of it all. Git ignores it.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where the storage emulator is installed.</summary>
    public static string Azurite => Path.Combine(Root, "azurite");

    /// <summary>
    /// The data of the storage emulator, kept so that a killed run can be resumed. <c>ENCORDFUNCTIONS_DATA</c> names another folder, so that
    /// two runs can go on beside each other.
    /// </summary>
    public static string Data =>
        Environment.GetEnvironmentVariable("ENCORDFUNCTIONS_DATA") is { Length: > 0 } folder ? Path.GetFullPath(folder) : Path.Combine(Root, "data");

    private static string FindRoot()
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, Directory.GetCurrentDirectory()])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, RepositoryMark))) return Path.Combine(folder.FullName, ".local");
        }

        return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "EncordFunctions");
    }
}
