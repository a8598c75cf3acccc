using System.CommandLine;
using EncordFunctions.Formats;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Local.Output;
using EncordFunctions.Local.Serving;

namespace EncordFunctions.Local.Commands;

/// <summary><c>watch</c>: keeps running and processes whatever is dropped into the exports container.</summary>
internal static class WatchCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        var formats = CommonOptions.Formats();
        var connection = CommonOptions.Connection();
        var command = new Command("watch", "Keep running, as the deployed app would: process what is uploaded to the 'exports' container. Ctrl+C ends it.")
        {
            formats, connection,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            CommonOptions.ReadFormats(parsed.GetValue(formats)), parsed.GetValue(connection), terminal, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        DerivativeList formats, string? connection, Terminal terminal, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var session = await StorageSession.OpenAsync(connection, terminal, time, cancellationToken);
        var board = new ProgressBoard();
        await using var host = new LocalHost(session.ConnectionString, formats, QueueSettings.Load(), board, time);
        // Before anybody can ask for what is in it.
        await host.Storage.CreateAsync(cancellationToken);
        await using var api = await LocalApi.StartAsync(host.Storage, board.Warn, time, cancellationToken);
        terminal.Note($"Answering at {api.Address}");
        if (connection is null) terminal.Note($"Upload to this storage: {session.ConnectionString}");
        terminal.Note("Watching the container 'exports'. Ctrl+C ends it.");
        var watching = host.WatchAsync(cancellationToken);
        await new ProgressView(terminal, board, time).ShowLinesAsync(watching);
        await watching;
        return ExitCode.Success;
    }
}
