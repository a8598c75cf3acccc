namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>Where the geometries of one object stand in it. They are read once the object's shape is known, which may come after them.</summary>
internal sealed class GeometryMembers
{
    public const int Box = 0, RotatableBox = 1, Polygons = 2, Polyline = 3, Point = 4, Skeleton = 5, Bitmask = 6, Polygon = 7;
    public const int Cuboid = 8, Cuboid2D = 9, Segmentation = 10, Circle = 11, Ellipse = 12;

    /// <summary>The members that hold geometry, and the shape each is for.</summary>
    public static readonly (string Member, string Shape)[] Known =
    [
        ("boundingBox", "bounding_box"),
        ("rotatableBoundingBox", "rotatable_bounding_box"),
        ("polygons", "polygon"),
        ("polyline", "polyline"),
        ("point", "point"),
        ("skeleton", "skeleton"),
        ("bitmask", "bitmask"),
        ("polygon", "polygon"),
        ("cuboid", "cuboid"),
        ("cuboid_2d", "cuboid_2d"),
        ("segmentation", "segmentation"),
        ("circle", "circle"),
        ("ellipse", "ellipse"),
    ];

    private readonly (int Start, int Length)[] _places = new (int, int)[Known.Length];

    /// <summary>Which of <see cref="Known"/> the name is, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("boundingBox"u8)) return Box;
        if (name.SequenceEqual("rotatableBoundingBox"u8)) return RotatableBox;
        if (name.SequenceEqual("polygons"u8)) return Polygons;
        if (name.SequenceEqual("polyline"u8)) return Polyline;
        if (name.SequenceEqual("point"u8)) return Point;
        if (name.SequenceEqual("skeleton"u8)) return Skeleton;
        if (name.SequenceEqual("bitmask"u8)) return Bitmask;
        if (name.SequenceEqual("polygon"u8)) return Polygon;
        if (name.SequenceEqual("cuboid"u8)) return Cuboid;
        if (name.SequenceEqual("cuboid_2d"u8)) return Cuboid2D;
        if (name.SequenceEqual("segmentation"u8)) return Segmentation;
        if (name.SequenceEqual("circle"u8)) return Circle;
        return name.SequenceEqual("ellipse"u8) ? Ellipse : -1;
    }

    /// <summary>Forgets all places.</summary>
    public void Clear() => Array.Clear(_places);

    /// <summary>Says where a geometry stands; of two under one name the last is used.</summary>
    public void Set(int member, int start, int length) => _places[member] = (start, length);

    /// <summary>Where a geometry stands; length 0 where it is absent.</summary>
    public (int Start, int Length) this[int member] => _places[member];

    /// <summary>The first member that is there, or -1.</summary>
    public int First => Array.FindIndex(_places, static place => place.Length > 0);
}
