using EncordFunctions.Pipeline;
using EncordFunctions.Pipeline.Verifying;

namespace EncordFunctions.Local.Output;

/// <summary>A verification for people: one line for each difference, and what it came to.</summary>
public static class VerificationText
{
    /// <summary>Writes the differences to the results, and the rest beside them.</summary>
    public static void Write(Terminal terminal, ExportId export, Verification verified)
    {
        if (!verified.IsFinished)
        {
            terminal.Note($"{export} is not finished, so there is nothing to verify yet: 'status {export}' tells how far it is.");
            return;
        }

        var results = terminal.Results.Profile.Out.Writer;
        foreach (var difference in verified.Differences) results.WriteLine(difference);
        foreach (var note in verified.Notes) terminal.Note(note);
        var read = $"{verified.Rows:N0} rows, {verified.Files:N0} files of {verified.Bytes:N0} bytes, {verified.Entities:N0} entities";
        if (verified.IsEqual) results.WriteLine($"{export}: all as it should be; {read}.");
        else results.WriteLine($"{export}: {verified.DifferenceCount:N0} differences; {read}.");
    }
}
