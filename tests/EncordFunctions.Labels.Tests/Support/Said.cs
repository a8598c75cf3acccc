using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Labels.Tests.Support;

/// <summary>What a reading says of a row, so that a table can state it: code, pointer, and the first bytes of what the offset is at.</summary>
public static class Said
{
    public static IEnumerable<string> Of(string row, Reading reading) => reading.AllIssues.Select(issue => $"{issue.Code.Id} {issue.Pointer} {At(row, issue)}");

    private static string At(string row, Issue issue) => row[(int)issue.Offset..Math.Min(row.Length, (int)issue.Offset + 5)];
}
