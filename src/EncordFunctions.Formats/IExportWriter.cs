using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats;

/// <summary>Joins the fragments of an export's rows to one derivative. Memory must not grow with the rows. What is not completed is not kept.</summary>
public interface IExportWriter : IAsyncDisposable
{
    /// <summary>The next records are those of this row. Rows come in order of their ordinals; one that failed does not come.</summary>
    ValueTask BeginRowAsync(int ordinal, CancellationToken cancellationToken);

    /// <summary>Takes the next record of the row, in the order it was written. Its bytes are good until the returned task has completed.</summary>
    ValueTask TakeAsync(FragmentRecord record, CancellationToken cancellationToken);

    /// <summary>Commits what was written.</summary>
    /// <returns>How many of what its ledger counts were joined: as many as the rows' ledgers say were written, or the export is not Done.</returns>
    ValueTask<long> CompleteAsync(CancellationToken cancellationToken);
}
