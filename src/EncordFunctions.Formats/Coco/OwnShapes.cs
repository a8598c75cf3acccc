using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Coco;

/// <summary>
/// Shapes as readers of COCO files need them: areas and boxes are those of what is drawn, turned boxes are turned, holes are holes, and no
/// annotation is a crowd.
/// </summary>
internal sealed class OwnShapes(RowContext row) : ICocoShapes
{
    private readonly OwnPolygons _polygons = new();
    private readonly OwnKeypoints _keypoints = new(row.Ontology);

    public LedgerReason? Draw(Annotation annotation, CocoDrawing drawing)
    {
        var reason = DrawAny(annotation, drawing);
        if (reason is not null) return reason;
        var (box, size) = (drawing.Box, annotation.Frame!.Size);
        if (box.X > size.Width || box.Y > size.Height || box.X + box.W < 0 || box.Y + box.H < 0) return LedgerReason.OutsideFrame;
        return null;
    }

    private LedgerReason? DrawAny(Annotation annotation, CocoDrawing drawing)
    {
        switch (annotation.Shape)
        {
            case BoundingBox(var x, var y, var w, var h) box:
                return Outline(drawing, [new(x, y), new(x + w, y), new(x + w, y + h), new(x, y + h)], box);
            case RotatableBoundingBox box:
                drawing.Rotation = box.Theta;
                return Outline(drawing, box.Corners(), box);
            case Polygon polygon:
                return _polygons.Draw(polygon, annotation.Frame!.Size, drawing);
            case Polyline { Points: [_, _, ..] points } line:
                drawing.Rings.Add(ThereAndBack.Of(points));
                drawing.Box = line.Bounds!.Value;
                return null;
            case Polyline:
                return LedgerReason.Empty;
            case Circle { Bounds: not null } circle:
                return Outline(drawing, EllipseOutline.Of(circle.X, circle.Y, circle.R, circle.R, 0), circle);
            case Ellipse ellipse:
                drawing.Rotation = ellipse.Theta;
                return Outline(drawing, EllipseOutline.Of(ellipse.X, ellipse.Y, ellipse.Rx, ellipse.Ry, ellipse.Theta), ellipse);
            case Cuboid2D cuboid:
                drawing.Loss = LedgerReason.DepthDropped;
                return Outline(drawing, ConvexHull.Of([.. cuboid.Front, .. cuboid.Back()]), cuboid);
            case Bitmask { Mask: var mask }:
                drawing.Draw(mask);
                return drawing.Area > 0 ? null : LedgerReason.Empty;
            case Point point:
                return OwnKeypoints.Draw(point, drawing);
            case Skeleton skeleton:
                return _keypoints.Draw(skeleton, annotation, drawing);
            default:
                // Of scenes, of ranges, and stretched circles, of which the vendor does not say what they look like.
                return LedgerReason.NoFormForShape;
        }
    }

    private static LedgerReason? Outline(CocoDrawing drawing, Vertex[] ring, Shape shape)
    {
        drawing.Rings.Add(ring);
        (drawing.Area, drawing.Box) = (shape.Area!.Value, shape.Bounds!.Value);
        return drawing.Area > 0 ? null : LedgerReason.Empty;
    }
}
