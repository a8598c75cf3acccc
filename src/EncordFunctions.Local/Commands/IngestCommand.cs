using System.CommandLine;
using EncordFunctions.Formats;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Local.Ingest;
using EncordFunctions.Local.Output;

namespace EncordFunctions.Local.Commands;

/// <summary><c>ingest</c>: uploads exports, runs the pipeline until they are finished, brings the results home.</summary>
internal static class IngestCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        var paths = new Argument<string[]>("exports")
        {
            Description = "Each a .zip as the vendor exports it, a .json, or a folder that has some. Without any, a sample export is made and ingested.",
            HelpName = "zip|json|folder",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var folder = CommonOptions.Out();
        var formats = CommonOptions.Formats();
        var connection = CommonOptions.Connection();
        var json = CommonOptions.Json();
        var command = new Command("ingest", "Process exports and bring the results home. A run that was stopped goes on where it was.")
        {
            paths, folder, formats, connection, json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Settings(
                parsed.GetValue(paths)!, parsed.GetValue(folder)!, parsed.GetValue(formats), parsed.GetValue(connection), parsed.GetValue(json)),
            terminal,
            time,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Settings settings, Terminal terminal, TimeProvider time, CancellationToken cancellationToken)
    {
        // The sample is there to show what there is.
        var formats = CommonOptions.ReadFormats(settings.Formats ?? (settings.Paths.Length == 0 ? DerivativeList.Everything : null));
        var paths = settings.Paths.Length > 0 ? settings.Paths : [await SampleFile.WriteAsync(cancellationToken)];
        var inputs = await Input.FindAsync(paths, cancellationToken);

        await using var session = await StorageSession.OpenAsync(settings.Connection, terminal, time, cancellationToken);
        var board = new ProgressBoard();
        await using var host = new LocalHost(session.ConnectionString, formats, QueueSettings.Load(), board, time);
        await host.Storage.CreateAsync(cancellationToken);
        var uploads = await new Uploads(host.Storage).PutAsync(inputs, cancellationToken);
        var exports = await new ProgressView(terminal, board, time).ShowAsync(() => host.RunUntilFinishedAsync(uploads, cancellationToken));
        foreach (var export in exports.Where(export => settings.Formats is not null && export.Formats != formats.ToString()))
            terminal.Note($"{export.Id} began before, with the derivatives {export.Formats}, and keeps them; for others, give the file another name.");
        return await new Report(terminal, host.Storage, settings.Out, settings.Json).GiveAsync(exports, cancellationToken);
    }

    private sealed record Settings(string[] Paths, string Out, string? Formats, string? Connection, bool Json);
}
