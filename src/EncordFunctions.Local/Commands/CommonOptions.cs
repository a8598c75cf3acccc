using System.CommandLine;
using EncordFunctions.Formats;

namespace EncordFunctions.Local.Commands;

/// <summary>The options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<string?> Connection() => new("--connection")
    {
        Description = "Storage connection string to work on. Without it, an Azurite is installed and started.",
        HelpName = "CS",
    };

    public static Option<string> Out() => new("--out")
    {
        Description = "Folder for the results; each export gets a folder of its own in it.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "out",
    };

    public static Option<string?> Formats() => new("--formats")
    {
        Description = $"What to write beside the rows' JSON lines and masks: all, none, or of {Names(Derivatives.Choices)}. Without it, {DerivativeList.Default}.",
        HelpName = "LIST",
    };

    /// <exception cref="UnusableInputException">The list names what is not there.</exception>
    public static DerivativeList ReadFormats(string? text)
    {
        try
        {
            return DerivativeList.Parse(text);
        }
        catch (FormatException fault)
        {
            throw new UnusableInputException(fault.Message);
        }
    }

    public static Option<bool> Json() => new("--json")
    {
        Description = "Print the results as one JSON document on standard output, and nothing else there.",
    };

    private static string Names(IEnumerable<Derivative> choices) => string.Join(
        ", ", choices.Select(static one => one.Variants.Count == 0 ? one.Name : $"{one.Name}[:{string.Join("|", one.Variants)}]"));
}
