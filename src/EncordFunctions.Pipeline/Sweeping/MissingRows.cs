using System.Collections;
using System.Runtime.CompilerServices;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Completion;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Pipeline.Sweeping;

/// <summary>
/// Sends the messages of an export's rows that have no verdict once more, or, where none is missing, the notice. A row whose staged bytes are
/// gone has failed, so that the export ends. What was only late is done twice, which does no harm.
/// </summary>
internal sealed class MissingRows(
    PipelineStorage storage, ExportsTable exports, VerdictsTable verdicts, CompletionCheck completion, RowFailing failing)
{
    private const int AtOnce = 16;
    private const string Gone = "Its message was lost, and its staged bytes are gone, so the row can't be read; upload the export again.";

    // A pointer has a length; that it leads nowhere is what a retry will find, too.
    private static readonly RowSpan Nowhere = new(0, 1);

    /// <returns>How many rows had no verdict.</returns>
    public async Task<int> ResumeAsync(ExportRow row, CancellationToken cancellationToken)
    {
        var rows = row.Rows!.Value;
        var standing = await verdicts.StandingAsync(row.Id, rows, cancellationToken);
        if (standing.HasAllSet())
        {
            await completion.TellAgainAsync(row.Id, rows, cancellationToken);
            return 0;
        }

        var missing = 0;
        var entries = await exports.EntriesAsync(row.Id, cancellationToken).ToListAsync(cancellationToken);
        foreach (var entry in EntryGaps.Filled(entries, rows)) missing += await ResumeAsync(row, entry, standing, cancellationToken);
        return missing;
    }

    private async Task<int> ResumeAsync(ExportRow row, EntryRow entry, BitArray standing, CancellationToken cancellationToken)
    {
        var missing = new HashSet<int>();
        for (var element = 0; element < entry.Rows; element++)
            if (entry.FirstOrdinal + element is var ordinal && ordinal < standing.Length && !standing[ordinal]) missing.Add(element);
        var count = missing.Count;
        if (count == 0) return 0;

        var pointers = new RowPointers(row.Id, entry, row.Formats, row.Ontology is not null);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            PointersAsync(row.Id, entry, pointers, missing, cancellationToken),
            options,
            async (message, token) => await storage.LabelRows.SendPointerAsync(message.ToMessage(), token));
        await Parallel.ForEachAsync(
            missing, options, async (element, token) => await failing.FailAsync(pointers.Of(element, Nowhere), Gone, token));
        return count;
    }

    /// <summary>The messages of the missing rows that lie in the staging container; those are missing no longer.</summary>
    private async IAsyncEnumerable<RowMessage> PointersAsync(
        ExportId export, EntryRow entry, RowPointers pointers, HashSet<int> missing,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var element = 0;
        await foreach (var span in new EntryStaging(storage.Staging, export).FindSpansAsync(entry, cancellationToken))
            if (missing.Remove(element++)) yield return pointers.Of(element - 1, span);
    }
}
