using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats;

/// <summary>Writes one derivative of a row annotation by annotation, and keeps its ledger. Of the other events only the ends of frames are heeded.</summary>
internal abstract class AnnotationWriter(string derivative, RowContext row) : IRowWriter
{
    /// <summary>The row that is written.</summary>
    protected RowContext Row => row;

    /// <summary>What is lost of what is written is counted here; what came in, was written and was skipped is counted already.</summary>
    protected LedgerCount Ledger { get; } = new(derivative, LedgerUnit.Annotations, row.Ordinal);

    /// <inheritdoc/>
    public virtual async ValueTask WriteAsync(RowEvent rowEvent, CancellationToken cancellationToken)
    {
        if (rowEvent is not RowEvent.AnnotationRead { Annotation: var annotation })
        {
            if (rowEvent is RowEvent.FrameRead frame) await EndFrameAsync(frame, cancellationToken);
            return;
        }
        Ledger.Take();
        if (await WriteAsync(annotation, cancellationToken) is { } reason) Ledger.Skip(reason, annotation);
        else Ledger.Wrote();
    }

    /// <inheritdoc/>
    public async ValueTask<LedgerLine> CompleteAsync(CancellationToken cancellationToken)
    {
        await FinishAsync(cancellationToken);
        return Ledger.ToLine();
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync() => default;

    /// <summary>Writes an annotation.</summary>
    /// <returns>Why it is not written; null where it is.</returns>
    protected abstract ValueTask<LedgerReason?> WriteAsync(Annotation annotation, CancellationToken cancellationToken);

    /// <summary>All annotations of a frame have come, if there were any.</summary>
    protected virtual ValueTask EndFrameAsync(RowEvent.FrameRead frame, CancellationToken cancellationToken) => default;

    /// <summary>Writes and commits what is left when all annotations have come.</summary>
    protected virtual ValueTask FinishAsync(CancellationToken cancellationToken) => default;
}
