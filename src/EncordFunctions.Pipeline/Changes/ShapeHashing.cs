using System.Diagnostics;
using System.Runtime.InteropServices;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Pipeline.Changes;

/// <summary>Geometry as content that is hashed, in pixels.</summary>
internal static class ShapeHashing
{
    public static void Add(this ContentHash hash, Shape shape)
    {
        switch (shape)
        {
            case BoundingBox box:
                hash.Add(box.X, box.Y, box.W, box.H);
                break;
            case RotatableBoundingBox box:
                hash.Add(box.X, box.Y, box.W, box.H, box.Theta);
                break;
            case Circle circle:
                hash.Add(circle.X, circle.Y, circle.R, circle.Stretch, circle.Theta);
                break;
            case Ellipse ellipse:
                hash.Add(ellipse.X, ellipse.Y, ellipse.Rx, ellipse.Ry, ellipse.Theta);
                break;
            case Polygon polygon:
                foreach (var part in polygon.Parts)
                {
                    hash.Add(part.Length);
                    foreach (var ring in part) hash.Add(ring);
                }
                break;
            case Polyline line:
                hash.Add(line.Points);
                break;
            case Point point:
                hash.Add(point.At.X, point.At.Y);
                break;
            case Skeleton skeleton:
                foreach (var point in skeleton.Points)
                {
                    hash.Add(point.Name);
                    hash.Add(point.At.X, point.At.Y);
                    hash.Add((long)point.Visibility);
                }
                break;
            case Bitmask { Mask: var mask }:
                Add(hash, mask);
                break;
            case Cuboid2D cuboid:
                hash.Add(cuboid.Front);
                hash.Add(cuboid.Back());
                break;
            case Cuboid cuboid:
                hash.Add(cuboid.Position, cuboid.Orientation, cuboid.Size);
                break;
            case Point3D point:
                hash.Add(point.At);
                break;
            case Polyline3D line:
                hash.Add(line.Points);
                break;
            case Segmentation segmentation:
                hash.Add(MemoryMarshal.AsBytes(segmentation.Ranges.AsSpan()));
                break;
            case Span:
                break;
            default:
                throw new UnreachableException($"The shape {shape.Name} has no hash.");
        }
    }

    private static void Add(ContentHash hash, Mask mask)
    {
        hash.Add(mask.Width);
        hash.Add(mask.Height);
        // Where it turns from off to on and back: runs of 0 pixels, which the vendor's text may have, change nothing.
        var (at, isOn, last) = (0, false, 0);
        foreach (var run in mask.Runs)
        {
            if (run > 0 && isOn != (last == 1))
            {
                hash.Add(at);
                last ^= 1;
            }
            at += run;
            isOn = !isOn;
        }
    }
}
