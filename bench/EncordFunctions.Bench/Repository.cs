namespace EncordFunctions.Bench;

/// <summary>Where this program was built.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EncordFunctions.sln"))) return folder.FullName;
        }
        throw new InvalidOperationException("This has to be run from where it was built.");
    }
}
