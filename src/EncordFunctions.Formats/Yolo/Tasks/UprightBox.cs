using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Yolo.Tasks;

/// <summary>The upright box of a shape, as the tasks that need one write it.</summary>
internal static class UprightBox
{
    public static LedgerReason? Write(Shape shape, YoloLine line)
    {
        // Of a stretched circle nobody knows how far it reaches.
        if (shape.Bounds is not { } bounds) return LedgerReason.NoFormForShape;
        if (!(bounds.W > 0 && bounds.H > 0)) return LedgerReason.Empty;
        if (FrameClip.Of(bounds, line.Size) is not { } box) return LedgerReason.OutsideFrame;
        if (FrameClip.IsNeeded(bounds, line.Size)) line.Lose(LedgerReason.Clipped);
        if (shape is RotatableBoundingBox { Theta: var theta } && theta % 90 != 0) line.Lose(LedgerReason.RotationDropped);
        line.WriteBox(box);
        return null;
    }
}
