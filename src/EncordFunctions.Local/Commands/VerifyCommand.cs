using System.CommandLine;
using EncordFunctions.Formats;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Local.Output;

namespace EncordFunctions.Local.Commands;

/// <summary><c>verify</c>: processes an export anew, without writing, and lists what stands otherwise.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        var export = KnownExport.Argument("The export to verify; 'status' lists the ids.");
        var connection = CommonOptions.Connection();
        var json = CommonOptions.Json();
        var command = new Command(
            "verify", "Process an export anew, without writing, and list every difference to what stands: 0 where there is none, 1 where there are some.")
        {
            export, connection, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var id = KnownExport.Parse(parsed.GetValue(export)!);
            await using var session = await StorageSession.OpenAsync(parsed.GetValue(connection), terminal, time, cancellationToken);
            await using var host = new LocalHost(session.ConnectionString, DerivativeList.Default, QueueSettings.Load(), new ProgressBoard(), time);
            await host.Storage.CreateAsync(cancellationToken);
            var verified = await host.Verifying.RunAsync(id, cancellationToken) ?? throw KnownExport.Missing(id.Value);
            if (parsed.GetValue(json)) terminal.WriteDocument(VerificationJson.Of(id, verified));
            else VerificationText.Write(terminal, id, verified);
            return verified.IsEqual ? ExitCode.Success : ExitCode.Issues;
        });
        return command;
    }
}
