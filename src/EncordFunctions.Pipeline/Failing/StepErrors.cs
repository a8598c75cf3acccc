using EncordFunctions.Labels.Privacy;
using EncordFunctions.Pipeline.Tables;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline.Failing;

/// <summary>What the tries of an export's own steps ended with, kept for whoever asks why it failed.</summary>
internal sealed class StepErrors(ExportsTable exports, ILogger logger)
{
    public const string Unpacking = "unpacking";
    public const string Finishing = "finishing";

    public async Task RecordAsync(ExportId export, string step, Exception exception, CancellationToken cancellationToken)
    {
        try
        {
            await exports.PutErrorAsync(export, step, Withheld.In($"{exception.GetType().Name}: {FirstLine(exception.Message)}"), cancellationToken);
        }
        catch (Exception second)
        {
            // Where the storage is down this can't be written either, in whatever way; the first exception is the one to tell.
            logger.StepErrorNotRecorded(second, export);
        }
    }

    /// <summary>Why the tries are used up, in one line.</summary>
    public async Task<string> ReasonAsync(ExportId export, string step, CancellationToken cancellationToken) =>
        await exports.FindErrorAsync(export, step, cancellationToken) is { } error
            ? $"All tries of {step} it ended with an error; the last one: {error}"
            : $"All tries of {step} it ended without a word: the process was ended from outside, by a time-out or for its memory.";

    // The storage clients' go on for a page of headers.
    private static string FirstLine(string message) => message.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? message[..end] : message;
}
