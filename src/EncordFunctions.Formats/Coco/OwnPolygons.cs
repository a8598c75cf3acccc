using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Coco;

/// <summary>
/// Polygons as rings where rings can say them: one outline, or several that lie apart. COCO fills a list of rings as a union, so that a hole
/// can't be one of them; holes and parts that may overlap are drawn as pixels.
/// </summary>
internal sealed class OwnPolygons
{
    /// <summary>Of more parts than these it is not asked whether each lies apart from each.</summary>
    private const int MostParts = 64;

    private readonly List<Bounds> _boxes = [];

    public LedgerReason? Draw(Polygon polygon, FrameSize size, CocoDrawing drawing)
    {
        _boxes.Clear();
        var isDrawn = false;
        foreach (var part in polygon.Parts)
        {
            if (part is not [{ Length: >= 3 } outer, .. var holes]) continue;
            isDrawn |= holes.Any(static hole => hole.Length >= 3);
            drawing.Rings.Add(outer);
            _boxes.Add(Bounds.Around(outer));
        }
        if (drawing.Rings.Count == 0) return LedgerReason.Empty;
        var isOne = drawing.Rings.Count == 1;
        if (isDrawn || (!isOne && (!polygon.IsValid || !LieApart()))) return DrawPixels(polygon, size, drawing);

        foreach (var box in _boxes) drawing.Box = drawing.Box == default ? box : drawing.Box.Union(box);
        if (polygon.IsValid)
            drawing.Area = drawing.Rings.Sum(AreaOf);
        else if (Pixels(polygon, size) is { } mask)
            // What a ring that crosses itself covers has no formula; it is counted.
            drawing.Area = mask.Area;
        else
            return LedgerReason.TooIntricate;
        return drawing.Area > 0 ? null : LedgerReason.Empty;
    }

    private static LedgerReason? DrawPixels(Polygon polygon, FrameSize size, CocoDrawing drawing)
    {
        drawing.Rings.Clear();
        if (Pixels(polygon, size) is not { } mask) return LedgerReason.TooIntricate;
        drawing.Draw(mask);
        return drawing.Area > 0 ? null : LedgerReason.Empty;
    }

    private static Mask? Pixels(Polygon polygon, FrameSize size) =>
        Mask.IsPossible(size.Width, size.Height) ? PolygonMask.Of(polygon.Parts, size.Width, size.Height) : null;

    private bool LieApart()
    {
        if (_boxes.Count > MostParts) return false;
        for (var one = 1; one < _boxes.Count; one++)
            for (var other = 0; other < one; other++)
                if (Touch(_boxes[one], _boxes[other])) return false;
        return true;
    }

    private static bool Touch(Bounds one, Bounds other) =>
        one.X < other.X + other.W && other.X < one.X + one.W && one.Y < other.Y + other.H && other.Y < one.Y + one.H;

    private static double AreaOf(Vertex[] ring)
    {
        var twice = 0.0;
        for (int at = 0, last = ring.Length - 1; at < ring.Length; last = at++)
            twice += (ring[last].X * ring[at].Y) - (ring[at].X * ring[last].Y);
        return Math.Abs(twice) / 2;
    }
}
