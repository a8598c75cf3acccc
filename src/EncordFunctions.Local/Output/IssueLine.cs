using EncordFunctions.Labels.Issues;
using Spectre.Console;

namespace EncordFunctions.Local.Output;

/// <summary>One issue in one line: what, where, and the words for it.</summary>
public static class IssueLine
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, FoundIssue issue) =>
        console.MarkupLine($"  {Code(issue.Code, issue.Severity)} {Rest(issue.Entry, issue.Offset, issue.Pointer, issue.Message)}");

    /// <summary>The code in the colour of its severity.</summary>
    public static string Code(string code, string severity) =>
        $"[{severity switch { "Error" => "red", "Warning" => "yellow", _ => "blue" }}]{Markup.Escape(code)}[/]";

    /// <summary>The place and the words.</summary>
    public static string Rest(string entry, long offset, string pointer, string message) =>
        $"[grey]{Markup.Escape($"{entry} at byte {offset}{(pointer.Length > 0 ? $", {Showable.Of(pointer)}" : "")}")}[/] {Markup.Escape(message)}";
}
