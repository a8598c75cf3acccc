using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>
/// Reads the geometry of an object. Its <c>shape</c> says which; where the object has none of that name, the first geometry it holds does.
/// </summary>
internal sealed class ShapeReader
{
    private readonly GeometryContext _context;
    private readonly Findings _findings;
    private readonly Polygons _polygons = new();
    private readonly PolygonTwins _twins;

    public ShapeReader(Findings findings, Utf8Strings strings, UnknownMembers unknown)
    {
        _context = new GeometryContext(findings, unknown, strings);
        _findings = findings;
        _twins = new PolygonTwins(strings);
    }

    /// <summary>Reads the geometry in pixels of its frame; null with a failure where it can't be used.</summary>
    /// <param name="shape">What the object says its shape is.</param>
    /// <param name="shapeAt">Where it says so.</param>
    /// <param name="json">The whole object.</param>
    /// <param name="members">Where its geometries stand.</param>
    /// <param name="place">Where the object stands, and what its coordinates are fractions of.</param>
    public Shape? Read(string? shape, int shapeAt, ReadOnlySpan<byte> json, GeometryMembers members, in GeometryPlace place)
    {
        var which = Choose(shape, shapeAt, json, members);
        if (which < 0) return null;
        var (start, length) = members[which];
        _context.Begin(GeometryMembers.Known[which].Member, start, place);
        var cursor = new JsonCursor(json.Slice(start, length));
        if (Read(which, ref cursor) is not { } read) return null;
        _context.End();
        if (!place.Frame.IsKnown && place.SizesAreGiven) NoteUnknownSize(read);
        NoteOthers(which, read, json, members, place);
        return read;
    }

    private Shape? Read(int which, ref JsonCursor json) => which switch
    {
        GeometryMembers.Box => Boxes.Read(ref json, _context),
        GeometryMembers.RotatableBox => Boxes.ReadTurned(ref json, _context),
        GeometryMembers.Polygons => _polygons.ReadMany(ref json, _context),
        GeometryMembers.Polyline => Lines.ReadPolyline(ref json, _context),
        GeometryMembers.Point => Lines.ReadPoint(ref json, _context),
        GeometryMembers.Skeleton => Skeletons.Read(ref json, _context),
        GeometryMembers.Bitmask => Bitmasks.Read(ref json, _context),
        GeometryMembers.Polygon => _polygons.ReadSingle(ref json, _context),
        GeometryMembers.Cuboid => Cuboids.Read(ref json, _context),
        GeometryMembers.Cuboid2D => Cuboids2D.Read(ref json, _context),
        GeometryMembers.Segmentation => Segmentations.Read(ref json, _context),
        GeometryMembers.Circle => Rounds.ReadCircle(ref json, _context),
        GeometryMembers.Ellipse => Rounds.ReadEllipse(ref json, _context),
        _ => throw new InvalidOperationException($"Geometry {which} is not handled."),
    };

    /// <summary>The geometry to read: that of the shape, or the first there is; -1 with a failure.</summary>
    private int Choose(string? shape, int shapeAt, ReadOnlySpan<byte> json, GeometryMembers members)
    {
        var named = Array.FindIndex(GeometryMembers.Known, known => known.Shape == shape);
        var which = OfTwins(named, json, members);
        if (which >= 0 && members[which].Length > 0) return which;
        which = OfTwins(members.First, json, members);
        if (which >= 0)
        {
            if (shape is not null)
                _findings.Note(IssueCatalogue.ShapeDiffers, shapeAt, "/shape", $"The object is a {shape} but holds the member {GeometryMembers.Known[which].Member}; it is read as that.");
            return which;
        }
        if (shape is null) _findings.Fail(IssueCatalogue.NoGeometry, 0, "", "The object has neither a shape nor a geometry.");
        else if (named >= 0) _findings.Fail(IssueCatalogue.NoGeometry, shapeAt, "", $"The object is a {shape} without the member {GeometryMembers.Known[named].Member}.");
        else _findings.Fail(IssueCatalogue.ShapeNotRead, shapeAt, "/shape", $"The shape {shape} is not known, and the object holds no geometry that is.");
        return -1;
    }

    /// <summary>Polygons win over the older polygon, which is only their first ring; an empty list says nothing.</summary>
    private static int OfTwins(int which, ReadOnlySpan<byte> json, GeometryMembers members)
    {
        if (which is not (GeometryMembers.Polygon or GeometryMembers.Polygons)) return which;
        var (start, length) = members[GeometryMembers.Polygons];
        if (length == 0) return GeometryMembers.Polygon;
        var cursor = new JsonCursor(json.Slice(start, length));
        if (cursor.Peek() != JsonKind.List) return GeometryMembers.Polygons;
        cursor.Enter();
        return cursor.NextElement() ? GeometryMembers.Polygons : GeometryMembers.Polygon;
    }

    /// <summary>Nothing is lost where the size is missing, but what turns in pixels has no corners.</summary>
    private void NoteUnknownSize(Shape shape)
    {
        switch (shape)
        {
            case Bitmask or Cuboid or Segmentation or Point3D or Polyline3D:
                break;
            case RotatableBoundingBox or Circle or Ellipse:
                _context.Note(IssueCatalogue.RotationWithoutSize, 0, "The row does not say how large the frame is; the shape is kept as fractions of it, its corners, bounds and area are not known.");
                break;
            default:
                _context.Note(IssueCatalogue.FrameSizeUnknown, 0, "The row does not say how large the frame is; the coordinates are kept as fractions of it.");
                break;
        }
    }

    /// <summary>Names the geometries that stand beside the one that was read.</summary>
    private void NoteOthers(int which, Shape read, ReadOnlySpan<byte> json, GeometryMembers members, in GeometryPlace place)
    {
        for (var other = 0; other < GeometryMembers.Known.Length; other++)
        {
            var (start, length) = members[other];
            if (other == which || length == 0) continue;
            var member = GeometryMembers.Known[other].Member;
            if (GeometryMembers.Known[other].Shape != GeometryMembers.Known[which].Shape)
                _findings.Note(IssueCatalogue.SecondGeometry, start, $"/{member}", $"The object is a {read.Name} and has the member {member} too; it is not used.");
            else if (other == GeometryMembers.Polygon && read is Polygon { Parts: [[var ring, ..], ..] })
            {
                var (newer, newerLength) = members[which];
                if (!_twins.Agree(json.Slice(start, length), json.Slice(newer, newerLength), ring, place))
                    _findings.Note(IssueCatalogue.PolygonsDiffer, start, $"/{member}", "polygon is not the first ring of polygons; polygons is used.");
            }
        }
    }
}
