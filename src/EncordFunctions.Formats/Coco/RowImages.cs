using EncordFunctions.Formats.Fragments;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Coco;

/// <summary>
/// Numbers the images of a row and leaves a record of each: every frame that the row lists, and every file that is one image, also where nothing
/// is drawn on it, since that is worth knowing too. Those of unknown size are left out: what stands on them can't be told in pixels, and they
/// would pass for empty.
/// </summary>
internal sealed class RowImages(RowContext row, FragmentTrack track, bool asVendor)
{
    private int _nextUnit;
    private DataUnit? _passed;
    private ImageKind _kind;
    private DataUnit? _unit;
    private Frame? _frame;
    private SliceFile? _slice;

    /// <summary>The number of the image that is open.</summary>
    public int Number { get; private set; }

    /// <summary>What a file is to COCO.</summary>
    public ImageKind KindOf(DataUnit unit) => ImageKinds.Of(unit, row.Index.Header.DataType, asVendor);

    /// <summary>Opens the image of a frame, unless it is open.</summary>
    public ValueTask OpenAsync(DataUnit unit, Frame frame, CancellationToken cancellationToken) =>
        _unit == unit && (_kind == ImageKind.Image || _frame == frame) ? default : OpenNextAsync(unit, frame, cancellationToken);

    /// <summary>A frame has ended, of which only now is known which file it is of.</summary>
    public async ValueTask EndAsync(RowEvent.FrameRead frame, CancellationToken cancellationToken)
    {
        await OpenAsync(frame.Unit, frame.Frame, cancellationToken);
        _slice = frame.Slice;
    }

    /// <summary>Leaves records of the images that are left.</summary>
    public async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        await CloseAsync(cancellationToken);
        while (_nextUnit < row.Index.Units.Count) await LeaveAsync(row.Index.Units[_nextUnit++], cancellationToken);
    }

    private async ValueTask OpenNextAsync(DataUnit unit, Frame frame, CancellationToken cancellationToken)
    {
        await CloseAsync(cancellationToken);
        await PassAsync(unit, cancellationToken);
        _kind = frame.Size.IsKnown ? KindOf(unit) : ImageKind.None;
        if (_kind != ImageKind.None) (_unit, _frame) = (unit, frame);
    }

    /// <summary>Goes past a unit; images before it that nothing was said of have nothing on them.</summary>
    private async ValueTask PassAsync(DataUnit unit, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(unit, _passed)) return;
        _passed = unit;
        var units = row.Index.Units;
        var at = _nextUnit;
        while (at < units.Count && !ReferenceEquals(units[at], unit)) at++;
        if (at == units.Count) return;
        while (_nextUnit < at) await LeaveAsync(units[_nextUnit++], cancellationToken);
        _nextUnit++;
    }

    private ValueTask LeaveAsync(DataUnit unit, CancellationToken cancellationToken) =>
        unit.Size.IsKnown && KindOf(unit) == ImageKind.Image ? WriteAsync(ImageKind.Image, unit, null, null, cancellationToken) : default;

    private ValueTask CloseAsync(CancellationToken cancellationToken)
    {
        if (_unit is not { } unit) return default;
        var (frame, slice) = (_frame, _slice);
        (_unit, _frame, _slice) = (null, null, null);
        return WriteAsync(_kind, unit, frame, slice, cancellationToken);
    }

    private ValueTask WriteAsync(ImageKind kind, DataUnit unit, Frame? frame, SliceFile? slice, CancellationToken cancellationToken)
    {
        var to = track.Begin();
        to.WriteWhole((long)CocoRecord.Image);
        ImageJson.Write(to, kind, unit, frame, slice, row.Index.Header, asVendor);
        Number++;
        return track.EndAsync(cancellationToken);
    }
}
