using System.CommandLine;
using System.CommandLine.Invocation;
using EncordFunctions.Local.Output;

namespace EncordFunctions.Local.Commands;

/// <summary>The commands, and what becomes of their faults.</summary>
public static class CommandLine
{
    private const string Program = "dotnet run --project src/EncordFunctions.Local";

    // The parser's own handling of Ctrl+C ends the process after two seconds, in the middle of draining.
    private static readonly InvocationConfiguration Invocation = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    /// <summary>Runs one command line; one without a command is an ingest, of the sample.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, TimeProvider time, CancellationToken cancellationToken)
    {
        var parsed = Create(terminal, time).Parse(HasCommand(args) ? args : ["ingest", .. args]);
        if (parsed is { Errors: [var error, ..], Action: ParseErrorAction })
        {
            terminal.Fault(parsed.UnmatchedTokens is [var token, ..] ? $"There is no command or option '{token}'. See --help." : $"{error.Message} See --help.");
            return ExitCode.Unusable;
        }

        try
        {
            return await parsed.InvokeAsync(Invocation, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.Note("Stopped. The same command goes on from here.");
            return ExitCode.Stopped;
        }
        catch (Exception fault) when (ExitCode.Of(fault) is { } code)
        {
            terminal.Fault(ExitCode.LineOf(fault));
            return code;
        }
    }

    private static bool HasCommand(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    private static RootCommand Create(Terminal terminal, TimeProvider time) => new(
        $"""
        Turns the vendor's label exports into pixels, masks and tables, on this machine.

        Without a command it makes a sample export and ingests it, with the options of ingest.

        Examples:
          {Program} -- ingest export.zip
          {Program} -- ingest exports/ --out results --json
          {Program} -- inspect export.zip --sarif issues.sarif
          {Program} -- watch --connection "UseDevelopmentStorage=true"

        It leaves with 0 where every label row is good, 1 where some row is rejected, failed or has errors, 2 where the
        command line or an input can't be used, 3 where the storage can't be reached, and 130 where Ctrl+C stopped it.
        """)
    {
        IngestCommand.Create(terminal, time),
        InspectCommand.Create(terminal),
        WatchCommand.Create(terminal, time),
        StatusCommand.Create(terminal, time),
        RetryCommand.Create(terminal, time),
        VerifyCommand.Create(terminal, time),
    };
}
