using System.CommandLine;
using EncordFunctions.Local.Ingest;
using EncordFunctions.Local.Output;
using EncordFunctions.Pipeline;
using Spectre.Console;

namespace EncordFunctions.Local.Commands;

/// <summary><c>status</c>: how far the exports of a storage have come.</summary>
internal static class StatusCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        var export = KnownExport.Argument("Only this export, with its first issues.");
        export.Arity = ArgumentArity.ZeroOrOne;
        var connection = CommonOptions.Connection();
        var command = new Command("status", "List the exports and how far they have come; for one of them, also its first issues.")
        {
            export, connection,
        };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(export), parsed.GetValue(connection), terminal, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string? export, string? connection, Terminal terminal, TimeProvider time, CancellationToken cancellationToken)
    {
        ExportId? id = export is null ? null : KnownExport.Parse(export);
        await using var session = await StorageSession.OpenAsync(connection, terminal, time, cancellationToken);
        var storage = PipelineStorage.Connect(session.ConnectionString);
        await storage.CreateAsync(cancellationToken);
        var reader = new ExportReader(storage);
        if (id is not null)
        {
            var found = await reader.FindAsync(id.Value, cancellationToken) ?? throw KnownExport.Missing(export!);
            SummaryTable.Write(terminal.Results, [new ExportResult(found, null, await FirstIssues.ReadAsync(storage, found, cancellationToken))]);
            return ExitCode.Success;
        }

        var table = new Table().RoundedBorder().AddColumns("export", "blob", "status", "rows", "rejected", "failed", "issues", "started");
        await foreach (var row in reader.ListAsync(cancellationToken))
        {
            table.AddRow(
                Markup.Escape(row.Id.Value),
                Markup.Escape(row.Blob),
                row.Status.ToString(),
                row.Rows is { } rows ? $"{row.Verdicts.Total:N0} of {rows:N0}" : "-",
                $"{row.Verdicts.Rejected:N0}",
                $"{row.Verdicts.Failed:N0}",
                SummaryTable.Issues(row.Errors, row.Warnings),
                $"{row.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}");
        }

        if (table.Rows.Count == 0) terminal.Note("No exports yet: 'ingest' makes one.");
        else terminal.Results.Write(table);
        return ExitCode.Success;
    }
}
