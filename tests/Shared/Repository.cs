using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace EncordFunctions.Tests.Shared;

/// <summary>The files of the repository the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static JsonNode Json(string path) => JsonNode.Parse(Text(path))!;

    public static XDocument Xml(string path) => XDocument.Parse(Text(path));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "EncordFunctions.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside their repository.");
        return folder;
    }
}
