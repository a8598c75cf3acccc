using System.Buffers;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Yolo;

/// <summary>
/// Writes the labels of one row picture by picture. The reader brings all annotations of a picture one after the other, and none of a frame
/// that stood in the row before, so a picture is one record; one of many labels is several, that it need not be held.
/// </summary>
internal sealed class YoloRow(string name, YoloTask task, RowContext row, FragmentTrack track) : AnnotationWriter(name, row)
{
    private const int LongestRecord = 64 * 1024;

    // What is said is remembered for this many lines of a picture; of later ones the ledger does not tell those that a loader drops.
    private const int MostCompared = 10_000;

    private readonly YoloLine _line = new();
    private readonly PictureNames _pictures = new(row.Index);
    private readonly HashSet<UInt128> _said = [];
    private readonly XxHash128 _hash = new();
    private ArrayBufferWriter<byte>? _record;
    private DataUnit? _unit;
    private Frame? _frame;
    private bool _hasFaults;

    /// <inheritdoc/>
    public override ValueTask WriteAsync(RowEvent rowEvent, CancellationToken cancellationToken)
    {
        _hasFaults |= rowEvent is RowEvent.AnnotationSkipped;
        return base.WriteAsync(rowEvent, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async ValueTask<LedgerReason?> WriteAsync(Annotation annotation, CancellationToken cancellationToken)
    {
        if (annotation.Shape is Cuboid or Point3D or Polyline3D or Segmentation) return LedgerReason.NoFormForShape;
        if (annotation.Frame is not { } frame || annotation.Shape is Span) return LedgerReason.NoFrame;
        if (!frame.Size.IsKnown) return LedgerReason.NoFrameSize;
        if (_record is null || !ReferenceEquals(annotation.Unit, _unit) || frame != _frame)
            await GoToAsync(annotation.Unit, frame, cancellationToken);
        else if (_record.WrittenCount > LongestRecord)
        {
            await EndRecordAsync(cancellationToken);
            _record = LabelRecord.Continue(track);
        }

        _line.Begin(frame.Size);
        if (task.Write(annotation.Shape, _line) is { } reason) return reason;
        if (!IsNew(annotation)) return LedgerReason.Repeated;
        foreach (var loss in _line.Losses) Ledger.Lose(loss, annotation);
        LabelRecord.Write(_record!, annotation, _line);
        return null;
    }

    /// <inheritdoc/>
    protected override async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        await EndRecordAsync(cancellationToken);
        // Where nothing was drawn on purpose there is nothing to find, which a model has to learn as well. Of what is not done yet, or
        // could not be read, nobody knows.
        if (_hasFaults || Row.Index.Header.LabelStatus is "NOT_LABELLED" or "LABEL_IN_PROGRESS") return;
        foreach (var (unit, frame) in _pictures.Blank())
        {
            await GoToAsync(unit, frame, cancellationToken);
            await EndRecordAsync(cancellationToken);
        }
    }

    private async ValueTask GoToAsync(DataUnit unit, Frame frame, CancellationToken cancellationToken)
    {
        await EndRecordAsync(cancellationToken);
        (_unit, _frame) = (unit, frame);
        _said.Clear();
        _record = LabelRecord.Begin(track, _pictures.Of(unit, frame));
    }

    private async ValueTask EndRecordAsync(CancellationToken cancellationToken)
    {
        if (_record is null) return;
        _record = null;
        await track.EndAsync(cancellationToken);
    }

    private bool IsNew(Annotation annotation)
    {
        if (_said.Count == MostCompared) return true;
        _hash.Reset();
        _hash.Append(MemoryMarshal.AsBytes((annotation.FeatureHash ?? annotation.Name).AsSpan()));
        _hash.Append(_line.Text);
        return _said.Add(_hash.GetCurrentHashAsUInt128());
    }
}
