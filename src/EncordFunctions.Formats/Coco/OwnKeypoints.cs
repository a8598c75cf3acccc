using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Coco;

/// <summary>
/// Points and skeletons as keypoints. Where the ontology has the class's skeleton, its points come in its order, so that every instance has
/// the same ones in the same place; one that is missing, or marked as not in the picture, is 0, 0, 0.
/// </summary>
internal sealed class OwnKeypoints(Ontology? ontology)
{
    private const int Seen = 2;
    private const int Hidden = 1;

    public static LedgerReason? Draw(Point point, CocoDrawing drawing)
    {
        drawing.BeginKeypoints().Add((point.At, Seen));
        drawing.KeypointCount = 1;
        drawing.Box = point.Bounds!.Value;
        return null;
    }

    public LedgerReason? Draw(Skeleton skeleton, Annotation annotation, CocoDrawing drawing)
    {
        var keypoints = drawing.BeginKeypoints();
        if (SkeletonClasses.TemplateOf(ontology, annotation.FeatureHash) is { Points: var wanted })
        {
            var used = 0;
            for (var at = 0; at < wanted.Count; at++)
            {
                var found = Find(skeleton.Points, wanted[at], at);
                if (found is not null) used++;
                keypoints.Add(found is null ? default : KeypointOf(found));
            }
            if (used < skeleton.Points.Length) drawing.Loss = LedgerReason.PointsDropped;
        }
        else
        {
            foreach (var point in skeleton.Points) keypoints.Add(KeypointOf(point));
        }
        return Bound(keypoints, drawing);
    }

    private static LedgerReason? Bound(List<(Vertex At, int Seen)> keypoints, CocoDrawing drawing)
    {
        Bounds? box = null;
        foreach (var (at, seen) in keypoints)
        {
            if (seen == 0) continue;
            drawing.KeypointCount++;
            var own = new Bounds(at.X, at.Y, 0, 0);
            box = box?.Union(own) ?? own;
        }
        drawing.Box = box ?? default;
        return box is null ? LedgerReason.Empty : null;
    }

    private static (Vertex At, int Seen) KeypointOf(SkeletonPoint point) => point.Visibility switch
    {
        Visibility.Invisible => default,
        Visibility.Occluded or Visibility.SelfOccluded => (point.At, Hidden),
        _ => (point.At, Seen),
    };

    /// <summary>The point of that name; nearly always it is at its place.</summary>
    private static SkeletonPoint? Find(SkeletonPoint[] points, SkeletonTemplatePoint wanted, int place)
    {
        if (place < points.Length && Is(points[place], wanted)) return points[place];
        foreach (var point in points)
            if (Is(point, wanted)) return point;
        return null;
    }

    private static bool Is(SkeletonPoint point, SkeletonTemplatePoint wanted) =>
        point.FeatureHash is { } hash && wanted.FeatureHash is { } sought ? hash == sought : point.Name == wanted.Name;
}
