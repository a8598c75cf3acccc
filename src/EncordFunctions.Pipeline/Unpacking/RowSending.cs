using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>Sends the messages of an entry that is staged, several at once, and records that all of them are sent.</summary>
internal sealed class RowSending(PipelineStorage storage, ExportsTable exports)
{
    private const int MessagesAtOnce = 16;

    /// <param name="export">The entry's export.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="spans">Where its label rows lie, in order.</param>
    /// <param name="progress">What the rows are read with and written to.</param>
    /// <param name="cancellationToken">Ends the sending; the next run sends all of them again.</param>
    public async Task SendAsync(
        ExportId export, EntryRow entry, IAsyncEnumerable<RowSpan> spans, UnpackProgress progress, CancellationToken cancellationToken)
    {
        var pointers = new RowPointers(export, entry, progress.Formats, progress.HasOntology);
        var element = 0;
        await Parallel.ForEachAsync(
            Pointers(),
            new ParallelOptions { MaxDegreeOfParallelism = MessagesAtOnce, CancellationToken = cancellationToken },
            async (row, token) => await storage.LabelRows.SendPointerAsync(row.ToMessage(), token));
        await exports.PutEntryAsync(export, entry with { State = EntryState.Sent }, cancellationToken);

        async IAsyncEnumerable<RowMessage> Pointers()
        {
            await foreach (var span in spans) yield return pointers.Of(element++, span);
        }
    }
}
