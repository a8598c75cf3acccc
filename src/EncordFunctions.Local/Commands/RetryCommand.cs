using System.CommandLine;
using EncordFunctions.Formats;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Local.Output;

namespace EncordFunctions.Local.Commands;

/// <summary><c>retry</c>: puts back what failed of an export and processes it.</summary>
internal static class RetryCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        var export = KnownExport.Argument("The export of which what failed is to be processed again; 'status' lists the ids.");
        var folder = CommonOptions.Out();
        var connection = CommonOptions.Connection();
        var json = CommonOptions.Json();
        var command = new Command("retry", "Process the failed rows of an export again, or the export itself where it failed. Rejected rows stay as they are: their content is at fault.")
        {
            export, folder, connection, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var id = KnownExport.Parse(parsed.GetValue(export)!);
            await using var session = await StorageSession.OpenAsync(parsed.GetValue(connection), terminal, time, cancellationToken);
            var board = new ProgressBoard();
            await using var host = new LocalHost(session.ConnectionString, DerivativeList.Default, QueueSettings.Load(), board, time);
            await host.Storage.CreateAsync(cancellationToken);
            var retried = await new ProgressView(terminal, board, time).ShowAsync(() => host.RetryAsync(id, cancellationToken));
            if (retried is not { } done) throw KnownExport.Missing(id.Value);
            if (done.Retry.Whole) terminal.Note($"{id} was tried again as a whole.");
            if (done.Retry.Rows > 0) terminal.Note($"{done.Retry.Rows:N0} rows were tried again.");
            if (done.Retry is { Whole: false, Rows: 0 }) terminal.Note($"{id} has no failed rows.");
            return await new Report(terminal, host.Storage, parsed.GetValue(folder)!, parsed.GetValue(json)).GiveAsync([done.Export], cancellationToken);
        });
        return command;
    }
}
