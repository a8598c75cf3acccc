using System.CommandLine;
using EncordFunctions.Local.Ingest;
using EncordFunctions.Local.Inspect;
using EncordFunctions.Local.Output;

namespace EncordFunctions.Local.Commands;

/// <summary><c>inspect</c>: reads and checks an export on disk; no storage, nothing written.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("export") { Description = "A .zip as the vendor exports it, or a .json.", HelpName = "zip|json" };
        var json = CommonOptions.Json();
        var command = new Command("inspect", "Read and check an export without any storage, and list what is wrong with it.") { path, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(path)!, parsed.GetValue(json), terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, bool isJson, Terminal terminal, CancellationToken cancellationToken)
    {
        Input.RequireFile(path);
        InspectionTally tally;
        try
        {
            tally = await Inspection.RunAsync(path, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Input.Unreadable(path, fault);
        }

        var blob = Path.GetFileName(path);
        if (isJson) terminal.WriteDocument(SummaryJson.OfInspected(blob, tally));
        else InspectionTable.Write(terminal.Results, blob, tally);
        return tally.Errors == 0 && tally.Verdicts.Rejected == 0 ? ExitCode.Success : ExitCode.Issues;
    }
}
