using System.Text.RegularExpressions;

namespace EncordFunctions.Local.Tests.Commands;

/// <summary>What a command brought home of its one export, so that two runs can be compared by it.</summary>
internal static partial class EndState
{
    /// <summary>The files by their names.</summary>
    public static SortedDictionary<string, string> In(TemporaryFolder folder)
    {
        var root = Assert.Single(Directory.GetDirectories(folder.File("out")));
        var id = Path.GetFileName(root);
        return new SortedDictionary<string, string>(
            Directory.GetFiles(root, "*", SearchOption.AllDirectories).ToDictionary(
                path => Path.GetRelativePath(root, path),
                path => path.EndsWith(".png", StringComparison.Ordinal)
                    ? Convert.ToHexString(File.ReadAllBytes(path))
                    : OfTheRun().Replace(ErrorNotes().Replace(File.ReadAllText(path), "").Replace(id, "ID", StringComparison.Ordinal), "")),
            StringComparer.Ordinal);
    }

    // Each upload has an ETag of its own, which the id comes of; the times are those of the run.
    [GeneratedRegex("\"(StartedAt|UnpackedAt|FinishedAt|BlobETag|etag)\": ?\"[^\"]*\",?")]
    private static partial Regex OfTheRun();

    // Notes on tries that ended with an error tell the history of a run.
    [GeneratedRegex("^.*\"RowKey\":\"error-.*\\n", RegexOptions.Multiline)]
    private static partial Regex ErrorNotes();
}
