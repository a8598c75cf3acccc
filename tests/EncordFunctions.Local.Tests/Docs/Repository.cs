namespace EncordFunctions.Local.Tests.Docs;

/// <summary>The repository the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The text of a file of <c>docs</c>.</summary>
    public static string Docs(string name) => File.ReadAllText(Path.Combine(Root, "docs", name));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EncordFunctions.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
