using System.Runtime.InteropServices;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Yolo.Rings;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Yolo.Tasks;

/// <summary>
/// One ring an object, whatever it has of holes and parts: a hole is joined to its outline, a part to the one before, by a line that is
/// gone there and back. Nothing is simplified.
/// </summary>
internal sealed class SegmentTask : YoloTask
{
    public override string Word => "segment";

    public override char Track => 's';

    public override LedgerReason? Write(Shape shape, YoloLine line)
    {
        if (shape.Bounds is not { } bounds || ShapeRings.Of(shape) is not { } parts) return LedgerReason.NoFormForShape;
        var clips = FrameClip.IsNeeded(bounds, line.Size);
        var joined = new RingJoin();
        foreach (var part in parts) joined.Add(clips ? Array.ConvertAll(part, ring => FrameClip.Of(ring, line.Size)) : part);
        if (joined.Parts == 0) return clips && bounds is { W: > 0, H: > 0 } ? LedgerReason.OutsideFrame : LedgerReason.Empty;
        if (clips) line.Lose(LedgerReason.Clipped);
        if (joined.Holes > 0) line.Lose(LedgerReason.HoleBridged);
        if (joined.Parts > 1) line.Lose(LedgerReason.PartsJoined);
        line.WriteVertices(CollectionsMarshal.AsSpan(joined.Ring));
        return null;
    }
}
