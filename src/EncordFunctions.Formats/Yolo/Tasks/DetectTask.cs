using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Yolo.Tasks;

/// <summary>Upright boxes: of everything that reaches over some of the picture, the part of its tight box that is on the frame.</summary>
internal sealed class DetectTask : YoloTask
{
    public override string Word => "detect";

    public override char Track => 'd';

    public override LedgerReason? Write(Shape shape, YoloLine line)
    {
        // A point has a box of no size, and none can be made up for it.
        if (shape is Point) return LedgerReason.NoFormForShape;
        return UprightBox.Write(shape, line);
    }
}
