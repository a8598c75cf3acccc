using EncordFunctions.Formats;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>issues.jsonl outside the row formats, for what has no readable row.</summary>
internal static class IssueFile
{
    public static Task WriteAsync(IOutputFiles files, IEnumerable<Issue> issues, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{files}{issues}{cancellationToken}");
}
