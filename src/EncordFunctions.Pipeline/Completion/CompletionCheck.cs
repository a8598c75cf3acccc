using System.Collections.Concurrent;
using Azure.Storage.Queues;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline.Completion;

/// <summary>
/// Sees when an export's last verdict stands and tells FinishExport. What it promises:
/// <list type="bullet">
/// <item>It counts sets that only grow. A shard is full when its partition holds all its verdicts; an export is through when all its shards
/// are full and its number of rows is known. Nothing is incremented, so nothing counts twice, and a page that is torn by a write counts
/// too few, never too many.</item>
/// <item>Somebody always sees the full set: each verdict is counted after it was acknowledged, so whoever writes last counts all. The
/// number of rows is recorded before the unpacker's own check, and asked for again after a shard was, so one of the two sees both.</item>
/// <item>No crash loses the notice. Each step runs the check after its write, also where the write was done before by a run that ended
/// there, and the notice is marked as sent only after it was sent.</item>
/// <item>Of rows that see a shard full at the same time the one that records it goes on, so that the notice is hardly ever sent twice: twenty-four
/// rows that ended together sent ten. Where that one ends on its way its message comes again, and such a run goes on whoever recorded it.
/// Still the notice may come more than once, which does no harm.</item>
/// </list>
/// </summary>
internal sealed class CompletionCheck(ExportsTable exports, VerdictsTable verdicts, QueueClient finishedExports, ILogger logger)
{
    private const int MostKnown = 10_000;

    private readonly ConcurrentDictionary<ExportId, int> _rows = [];

    /// <summary>After a verdict was written, or found to stand.</summary>
    /// <param name="export">The row's export.</param>
    /// <param name="ordinal">The row's ordinal.</param>
    /// <param name="added">
    /// False where a verdict stood before: the row may have been Failed in a manifest that was written meanwhile, so a mark on the old
    /// notice says nothing.
    /// </param>
    /// <param name="cancellationToken">Ends the check.</param>
    public Task AfterVerdictAsync(ExportId export, int ordinal, bool added, CancellationToken cancellationToken) =>
        CheckAsync(export, ordinal, added, isOneOfMany: added, cancellationToken);

    /// <summary>
    /// After the number of rows was recorded. Every shard of 90 is recorded by its own verdicts; only the last one may have been waiting
    /// for the number.
    /// </summary>
    public Task AfterUnpackingAsync(ExportId export, int rows, CancellationToken cancellationToken) => rows == 0
        ? NotifyAsync(export, rows, added: true, cancellationToken)
        : CheckAsync(export, rows - 1, added: true, isOneOfMany: false, cancellationToken);

    /// <summary>Tells FinishExport once more, of an export whose verdicts all stand: the notice may have been lost.</summary>
    public async Task TellAgainAsync(ExportId export, int rows, CancellationToken cancellationToken)
    {
        await exports.PutShardsAsync(export, rows, cancellationToken);
        await TellAsync(export, rows, cancellationToken);
    }

    private async Task CheckAsync(ExportId export, int ordinal, bool added, bool isOneOfMany, CancellationToken cancellationToken)
    {
        var shard = Shards.Of(ordinal);
        var count = await verdicts.CountAsync(export, shard, cancellationToken);
        var rows = await RowsAsync(export, cancellationToken);
        // An upload that changed while it was unpacked ends at the entry before; a row of a later one may have been sent by another run.
        if (ordinal >= rows) return;
        if (count < (rows is { } known ? Shards.SizeOf(shard, known) : Shards.Size)) return;
        if (!await exports.TryAddShardAsync(export, shard, ordinal, cancellationToken) && isOneOfMany) return;
        // The unpacker may have recorded the number since, and have looked for this shard before it stood: then nobody else tells.
        if ((rows ?? await RowsAsync(export, cancellationToken)) is { } all) await NotifyAsync(export, all, added, cancellationToken);
    }

    private async Task NotifyAsync(ExportId export, int rows, bool added, CancellationToken cancellationToken)
    {
        if (await exports.CountShardsAsync(export, cancellationToken) < Shards.Count(rows)) return;
        var isTold = added
            ? await exports.IsNoticeSentAsync(export, cancellationToken)
            : await exports.FindAsync(export, cancellationToken) is { FinishedAt: not null, Verdicts.Failed: 0 };
        if (!isTold) await TellAsync(export, rows, cancellationToken);
    }

    private async Task TellAsync(ExportId export, int rows, CancellationToken cancellationToken)
    {
        await finishedExports.SendPointerAsync(new FinishedMessage(export.Value).ToMessage(), cancellationToken);
        await exports.MarkNoticeSentAsync(export, cancellationToken);
        logger.ExportComplete(export, rows);
    }

    // Once recorded the number never changes, so a process needs to ask for it once.
    private async ValueTask<int?> RowsAsync(ExportId export, CancellationToken cancellationToken)
    {
        if (_rows.TryGetValue(export, out var known)) return known;
        if ((await exports.FindAsync(export, cancellationToken))?.Rows is not { } rows) return null;
        if (_rows.Count >= MostKnown) _rows.Clear();
        _rows[export] = rows;
        return rows;
    }
}
