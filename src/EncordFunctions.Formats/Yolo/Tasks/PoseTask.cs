using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Yolo.Tasks;

/// <summary>
/// Skeletons: the box around all points, then each point in the order of its key. How many points a line has in the end, the largest
/// skeleton of the export decides: the join fills up.
/// </summary>
internal sealed class PoseTask : YoloTask
{
    public override string Word => "pose";

    public override char Track => 'p';

    public override bool HasKeypoints => true;

    public override LedgerReason? Write(Shape shape, YoloLine line)
    {
        if (shape is not Skeleton { Points: var points }) return LedgerReason.NoFormForShape;
        if (UprightBox.Write(shape, line) is { } reason) return reason;
        var size = line.Size;
        foreach (var point in points)
        {
            // A place past the edge can't be told, nor may it be moved onto the edge: the model would learn it there.
            if (FrameClip.IsNeeded(new Bounds(point.At.X, point.At.Y, 0, 0), size)) line.WriteKeypoint(default, 0);
            else line.WriteKeypoint(point.At, VisibilityOf(point));
        }
        return null;
    }

    private static byte VisibilityOf(SkeletonPoint point) => point.Visibility switch
    {
        Visibility.Visible => 2,
        Visibility.Occluded or Visibility.SelfOccluded => 1,
        _ => 0,
    };
}
