using System.CommandLine;
using EncordFunctions.Local.Ingest;
using EncordFunctions.Local.Inspect;
using EncordFunctions.Local.Output;
using EncordFunctions.Pipeline;
using Microsoft.Extensions.Configuration;

namespace EncordFunctions.Local.Commands;

/// <summary><c>inspect</c>: reads and checks an export on disk; no storage, and nothing written but a log that is asked for.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("export") { Description = "A .zip as the vendor exports it, or a .json.", HelpName = "zip|json" };
        var json = new Option<bool>("--json")
        {
            Description = "Print every issue and the counts as one JSON document on standard output, and nothing else there.",
        };
        var sarif = new Option<string?>("--sarif")
        {
            Description = "Write every issue to a SARIF 2.1.0 log too, as GitHub and Azure DevOps read them.",
            HelpName = "FILE",
        };
        var command = new Command("inspect", "Read and check an export without any storage, and list what is wrong with it.") { path, json, sarif };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(path)!, parsed.GetValue(json), parsed.GetValue(sarif), terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, bool isJson, string? sarif, Terminal terminal, CancellationToken cancellationToken)
    {
        Input.RequireFile(path);
        // As in Azure, where they come from the app's settings.
        var limits = LimitSettings.Read(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        using var log = sarif is null ? null : Log(sarif, path);
        using var document = isJson ? new InspectionJson(terminal.Results.Profile.Out.Writer) : null;
        InspectionTally tally;
        try
        {
            IEnumerable<IInspectionOutput?> outputs = [log, document];
            tally = await Inspection.RunAsync(path, limits, [.. outputs.OfType<IInspectionOutput>()], log is not null, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Input.Unreadable(path, fault);
        }

        var blob = Path.GetFileName(path);
        log?.End();
        if (document is not null) document.End(blob, tally);
        else InspectionTable.Write(terminal.Results, blob, tally);
        return tally.IsGood ? ExitCode.Success : ExitCode.Issues;
    }

    private static SarifLog Log(string sarif, string path)
    {
        try
        {
            return new SarifLog(sarif, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UnusableInputException($"The log can't be written to {sarif} ({fault.Message}): name another file with --sarif.");
        }
    }
}
