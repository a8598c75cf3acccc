using EncordFunctions.Labels.Privacy;
using EncordFunctions.Pipeline.Tables;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline.Failing;

/// <summary>What the tries of a row, or of an export's own steps, ended with, kept for whoever asks why it failed.</summary>
internal sealed class StepErrors(ExportsTable exports, ILogger logger)
{
    public const string Unpacking = "unpacking";
    public const string Finishing = "finishing";

    public static string Row(int ordinal) => $"{ordinal:D8}";

    public async Task RecordAsync(ExportId export, string step, Exception exception, CancellationToken cancellationToken)
    {
        try
        {
            await exports.PutErrorAsync(export, step, Withheld.In($"{exception.GetType().Name}: {FirstLine(exception.Message)}"), cancellationToken);
        }
        catch (Exception second)
        {
            // Where the storage is down this can't be written either, in whatever way; the first exception is the one to tell.
            logger.ErrorNotRecorded(second, export, step);
        }
    }

    /// <summary>Why the tries are used up, in one line.</summary>
    public async Task<string> ReasonAsync(ExportId export, string step, CancellationToken cancellationToken) =>
        await exports.FindErrorAsync(export, step, cancellationToken) is { } error
            ? $"{All(step)} ended with an error; the last one: {error}"
            : $"{All(step)} ended without a word: the process was ended from outside, by a time-out or for its memory.";

    private static string All(string step) => step is Unpacking or Finishing ? $"All tries of {step} it" : "All tries";

    // The storage clients' go on for a page of headers.
    private static string FirstLine(string message) => message.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? message[..end] : message;
}
