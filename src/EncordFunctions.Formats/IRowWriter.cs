using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats;

/// <summary>Writes one derivative of one row, event by event. What is not completed is not kept.</summary>
public interface IRowWriter : IAsyncDisposable
{
    /// <summary>Takes the next event of the row.</summary>
    ValueTask WriteAsync(RowEvent rowEvent, CancellationToken cancellationToken);

    /// <summary>Commits what was written and says what came in, what was written and what was skipped, each skip with its reason.</summary>
    ValueTask<LedgerLine> CompleteAsync(CancellationToken cancellationToken);
}
