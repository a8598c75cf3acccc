using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline.Completion;

/// <summary>Records that a row can't be processed. A real verdict is never overwritten, and the row's pointer is kept.</summary>
internal sealed class RowFailing(VerdictsTable verdicts, CompletionCheck completion, ILogger logger)
{
    /// <returns>Whether the verdict was added; false where one stood before.</returns>
    public async Task<bool> FailAsync(RowMessage row, string reason, CancellationToken cancellationToken)
    {
        var verdict = VerdictRow.Begin(row, Verdict.Failed);
        verdict[nameof(VerdictRow.Reason)] = StorageLimits.Cut(reason);
        var added = await verdicts.WriteAsync(verdict, cancellationToken);
        if (added) logger.RowFailed(row.ExportId, row.Ordinal, reason);
        await completion.AfterVerdictAsync(row.ExportId, row.Ordinal, added, cancellationToken);
        return added;
    }
}
