using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>
/// Reads the geometry of an object. Its <c>shape</c> says which; where the object has none, the first geometry it holds does.
/// </summary>
internal sealed class ShapeReader
{
    private const int Box = 0, Rotatable = 1, Parts = 2, Line = 3, Single = 4, Joints = 5, Pixels = 6, Ring = 7;

    private readonly GeometryContext _context;
    private readonly Findings _findings;
    private readonly Utf8Strings _strings;

    public ShapeReader(Findings findings, Utf8Strings strings)
    {
        _context = new GeometryContext(findings);
        _findings = findings;
        _strings = strings;
    }

    /// <summary>Reads the geometry in pixels of <paramref name="frame"/>; null with a failure where it can't be used.</summary>
    /// <param name="shape">What the object says its shape is.</param>
    /// <param name="shapeAt">Where it says so.</param>
    /// <param name="json">The whole object.</param>
    /// <param name="members">Where its geometries stand.</param>
    /// <param name="frame">The size they are fractions of.</param>
    public Shape? Read(string? shape, int shapeAt, ReadOnlySpan<byte> json, GeometryMembers members, FrameSize frame)
    {
        var which = shape is null ? members.First : Array.FindIndex(GeometryMembers.Known, known => known.Shape == shape);
        if (which is Ring or Parts) which = HasParts(json, members) ? Parts : Ring;
        if (which > Ring || (which < 0 && shape is not null))
            return Fail(IssueCatalogue.ShapeNotRead, shapeAt, shape is null ? "" : "/shape", $"Shape {shape ?? GeometryMembers.Known[which].Shape} is not read yet.");
        if (which < 0) return Fail(IssueCatalogue.NoGeometry, 0, "", "The object has neither a shape nor a geometry.");
        var (member, _) = GeometryMembers.Known[which];
        var (start, length) = members[which];
        if (length == 0) return Fail(IssueCatalogue.NoGeometry, shapeAt, "", $"The object is a {shape} without the member {member}.");
        // A mask has a size of its own; anything else stays a fraction, which is a pixel of a frame of 1 x 1.
        var isScaled = frame.IsKnown || which == Pixels;
        _context.Begin(member, start, isScaled ? frame : new FrameSize(1, 1));
        if (!isScaled && !CanStayFractions(which)) return null;
        var cursor = new JsonCursor(json.Slice(start, length));
        var read = Read(which, ref cursor);
        if (read is not null) _context.End();
        return read;
    }

    private Shape? Read(int which, ref JsonCursor json) => which switch
    {
        Box or Rotatable => Boxes.Read(ref json, _context, which == Rotatable),
        Parts => Polygons.ReadMany(ref json, _context),
        Ring => Polygons.ReadSingle(ref json, _context),
        Line => Lines.ReadPolyline(ref json, _context),
        Single => Lines.ReadPoint(ref json, _context),
        Joints => Skeletons.Read(ref json, _context, _strings),
        _ => Bitmasks.Read(ref json, _context),
    };

    /// <summary>Nothing is lost where the size is missing, but a turned box: its corners depend on the frame's aspect.</summary>
    private bool CanStayFractions(int which)
    {
        if (which == Rotatable)
            return _context.Fail(IssueCatalogue.RotationWithoutSize, 0, null, "The row does not say how large the frame is, and a box turns in pixels.");
        _context.Note(IssueCatalogue.FrameSizeUnknown, 0, "The row does not say how large the frame is; the coordinates are kept as fractions of it.");
        return true;
    }

    /// <summary>Polygons win over the older polygon, which is only their first ring; an empty list says nothing.</summary>
    private static bool HasParts(ReadOnlySpan<byte> json, GeometryMembers members)
    {
        var (start, length) = members[Parts];
        if (length == 0) return false;
        var cursor = new JsonCursor(json.Slice(start, length));
        if (cursor.Peek() != JsonKind.List) return true;
        cursor.Enter();
        return cursor.NextElement();
    }

    private Shape? Fail(IssueCode code, int at, string path, string message)
    {
        _findings.Fail(code, at, path, message);
        return null;
    }
}
