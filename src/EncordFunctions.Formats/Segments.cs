using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Ranges;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats;

/// <summary>
/// <c>segments.jsonl</c>, <c>segments.csv</c> and, of sound, <c>segments.vtt</c>: one line or cue per labelled range of what has no frames,
/// sorted by start; also of the objects of a continuous scene, without their shapes. Ends are the last that belongs to a range in JSON, as in
/// the export, and the first behind it in CSV and WebVTT. A row without ranges has none of these files; one with more than can be held to be sorted
/// has several parts, <c>segments-2.jsonl</c> and so on, each of them sorted.
/// </summary>
public sealed class Segments : IRowFormat
{
    /// <inheritdoc/>
    public string Name => "segments";

    /// <inheritdoc/>
    public IRowWriter Open(RowContext row, IOutputFiles files) => new Writer(Name, row, files);

    private sealed class Writer : AnnotationWriter
    {
        private readonly IOutputFiles _files;
        private readonly HeldSegments _held;
        private int _part;

        public Writer(string name, RowContext row, IOutputFiles files) : base(name, row) => (_files, _held) = (files, new HeldSegments(row.Index));

        protected override async ValueTask<LedgerReason?> WriteAsync(Annotation annotation, CancellationToken cancellationToken)
        {
            if (annotation.Range is null) return LedgerReason.OnFrame;
            if (annotation.Frame is not null) Ledger.Lose(LedgerReason.ShapeDropped, annotation);
            _held.Add(annotation);
            if (_held.IsFull) await WritePartAsync(cancellationToken);
            return null;
        }

        protected override ValueTask FinishAsync(CancellationToken cancellationToken) => _held.IsEmpty ? default : WritePartAsync(cancellationToken);

        private async ValueTask WritePartAsync(CancellationToken cancellationToken)
        {
            await using var files = new SegmentFiles(_files, Row.Index.Header, ++_part);
            foreach (var segment in _held.Sorted()) await files.WriteAsync(segment, cancellationToken);
            await files.CommitAsync(cancellationToken);
            _held.Clear();
        }
    }
}
