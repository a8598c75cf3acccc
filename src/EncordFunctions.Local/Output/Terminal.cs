using Spectre.Console;

namespace EncordFunctions.Local.Output;

/// <summary>Where the command writes: results to <see cref="Results"/>, everything else to <see cref="Notes"/>.</summary>
public sealed class Terminal
{
    private const int RedirectedWidth = 10_000;

    /// <summary>Writes to two consoles.</summary>
    public Terminal(IAnsiConsole results, IAnsiConsole notes)
    {
        (Results, Notes) = (results, notes);
        IsLive = notes.Profile is { Out.IsTerminal: true, Capabilities.Ansi: true };
    }

    /// <summary>Standard output.</summary>
    public IAnsiConsole Results { get; }

    /// <summary>Standard error: progress, warnings, faults.</summary>
    public IAnsiConsole Notes { get; }

    /// <summary>Whether somebody is watching <see cref="Notes"/>, so that a bar can move there.</summary>
    public bool IsLive { get; }

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() => new(On(Console.Out, Console.IsOutputRedirected), On(Console.Error, Console.IsErrorRedirected));

    /// <summary>The one document of a run that programs read.</summary>
    public void WriteDocument(string json) => Results.Profile.Out.Writer.WriteLine(json);

    /// <summary>One line beside the results.</summary>
    public void Note(string line) => Notes.WriteLine(line);

    /// <summary>One line that says why the command ends here.</summary>
    public void Fault(string line) => Notes.MarkupLineInterpolated($"[red]{line}[/]");

    private static IAnsiConsole On(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });

        // A file has no width; lines must not be folded to the 80 columns that are taken for granted then.
        if (isRedirected) console.Profile.Width = RedirectedWidth;
        return console;
    }
}
