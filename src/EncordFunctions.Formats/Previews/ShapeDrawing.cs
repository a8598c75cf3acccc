using System.Diagnostics;
using EncordFunctions.Formats.Markup;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Previews;

/// <summary>
/// Draws shapes as SVG. Their colour is that of the text around them (<c>currentColor</c>); <c>a</c> is the style of areas, <c>l</c> of lines, <c>d</c>
/// of dashed lines, <c>j</c> of joints and points, <c>o</c> of joints that can't be seen.
/// </summary>
internal sealed class ShapeDrawing(MarkupWriter to, FrameView view, Bones bones)
{
    private const int MostMaskRuns = 1 << 18;
    private const double CellSide = 2;

    private readonly Rings _rings = new(to, view);

    /// <summary>Whether a shape has more to it than a picture may have, so that it is not even begun.</summary>
    public static bool IsTooLarge(Shape shape) => shape is Bitmask { Mask.Runs.Length: > MostMaskRuns };

    /// <summary>Draws a shape that can be drawn.</summary>
    public void Draw(Shape shape, string? className)
    {
        switch (shape)
        {
            case BoundingBox(var x, var y, var w, var h):
                Area([[[new(x, y), new(x + w, y), new(x + w, y + h), new(x, y + h)]]]);
                break;
            case RotatableBoundingBox box:
                Area([[box.Corners()]]);
                break;
            case Polygon polygon:
                Area(polygon.Parts);
                break;
            case Bitmask { Mask: var mask }:
                Mask(mask);
                break;
            case Polyline line:
                to.Raw("<path class=\"l\" d=\""u8);
                _rings.Line(line.Points);
                to.Raw("\"/>"u8);
                break;
            case Point point:
                Joint(point.At, 1.1, Visibility.Visible);
                break;
            case Circle(var x, var y, var r, _, _):
                Round(x, y, r, r, 0);
                break;
            case Ellipse(var x, var y, var rx, var ry, var theta):
                Round(x, y, rx, ry, theta);
                break;
            case Skeleton skeleton:
                Skeleton(skeleton, className);
                break;
            case Cuboid2D box:
                InPerspective(box);
                break;
            default:
                throw new UnreachableException($"The shape {shape.GetType().Name} has no picture.");
        }
    }

    private void Area(Vertex[][][] parts)
    {
        // Holes are holes whichever way they wind; parts that overlap would cancel each other out, so each is a path of its own.
        foreach (var part in parts)
        {
            to.Raw("<path class=\"a\" d=\""u8);
            foreach (var ring in part) _rings.Close(ring);
            to.Raw("\"/>"u8);
        }
    }

    private void Mask(Mask mask)
    {
        if (view.Tolerance == 0)
        {
            OnePath(MaskOutlines.Of(mask), new Vertex(1, 1));
            return;
        }
        var (width, height) = ((int)Math.Clamp(view.Width / CellSide, 1, mask.Width), (int)Math.Clamp(view.Height / CellSide, 1, mask.Height));
        OnePath(MaskOutlines.Of(SmallMask.Of(mask, width, height)), new Vertex((double)mask.Width / width, (double)mask.Height / height));
    }

    // The regions of a mask never overlap, and a speckled one has thousands of them: one path for all.
    private void OnePath(Vertex[][][] regions, Vertex pixel)
    {
        to.Raw("<path class=\"a\" d=\""u8);
        foreach (var region in regions)
        {
            foreach (var ring in region)
            {
                for (var i = 0; i < ring.Length; i++) ring[i] = new Vertex(ring[i].X * pixel.X, ring[i].Y * pixel.Y);
                _rings.Close(ring);
            }
        }
        to.Raw("\"/>"u8);
    }

    private void Round(double x, double y, double rx, double ry, double theta)
    {
        to.Raw("<ellipse class=\"a\" cx=\""u8);
        view.Write(to, x);
        to.Raw("\" cy=\""u8);
        view.Write(to, y);
        to.Raw("\" rx=\""u8);
        view.Write(to, rx);
        to.Raw("\" ry=\""u8);
        view.Write(to, ry);
        if (theta != 0)
        {
            to.Raw("\" transform=\"rotate("u8);
            to.Number(theta, 2);
            to.Raw(" "u8);
            view.Write(to, new Vertex(x, y));
            to.Raw(")"u8);
        }
        to.Raw("\"/>"u8);
    }

    private void Skeleton(Skeleton skeleton, string? className)
    {
        var bone = false;
        foreach (var (from, end) in bones.Of(skeleton, className))
        {
            if (!bone) to.Raw("<path class=\"l\" d=\""u8);
            _rings.Line([from, end]);
            bone = true;
        }
        if (bone) to.Raw("\"/>"u8);
        foreach (var joint in skeleton.Points) Joint(joint.At, 0.8, joint.Visibility);
    }

    private void Joint(Vertex at, double size, Visibility visibility)
    {
        if (visibility == Visibility.Invisible) return;
        to.Raw(visibility == Visibility.Visible ? "<circle class=\"j\" cx=\""u8 : "<circle class=\"o\" cx=\""u8);
        view.Write(to, at.X);
        to.Raw("\" cy=\""u8);
        view.Write(to, at.Y);
        to.Raw("\" r=\""u8);
        to.Number(size * view.Unit, view.Decimals);
        to.Raw("\"/>"u8);
    }

    private void InPerspective(Cuboid2D box)
    {
        var back = box.Back();
        to.Raw("<path class=\"d\" d=\""u8);
        _rings.Close(back);
        for (var i = 0; i < back.Length; i++) _rings.Line([box.Front[i], back[i]]);
        to.Raw("\"/>"u8);
        Area([[box.Front]]);
    }
}
