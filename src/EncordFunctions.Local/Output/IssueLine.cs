using Spectre.Console;

namespace EncordFunctions.Local.Output;

/// <summary>One issue in one line: what, where, and the words for it.</summary>
public static class IssueLine
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, FoundIssue issue)
    {
        var colour = issue.Severity == "Error" ? "red" : "yellow";
        var code = Markup.Escape(issue.Code);
        var place = Markup.Escape($"{issue.Entry} at byte {issue.Offset}{(issue.Pointer.Length > 0 ? $", {issue.Pointer}" : "")}");
        console.MarkupLine($"  [{colour}]{code}[/] [grey]{place}[/] {Markup.Escape(issue.Message)}");
    }
}
