using System.CommandLine;

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

    public static Option<bool> Json() => new("--json")
    {
        Description = "Print the results as one JSON document on standard output, and nothing else there.",
    };
}
