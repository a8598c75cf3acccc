namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>Where the geometries of one object stand in it. They are read once the object's shape is known, which may come after them.</summary>
internal sealed class GeometryMembers
{
    /// <summary>The members that hold geometry, and the shape each is for. The first seven are read.</summary>
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
        if (name.SequenceEqual("boundingBox"u8)) return 0;
        if (name.SequenceEqual("rotatableBoundingBox"u8)) return 1;
        if (name.SequenceEqual("polygons"u8)) return 2;
        if (name.SequenceEqual("polyline"u8)) return 3;
        if (name.SequenceEqual("point"u8)) return 4;
        if (name.SequenceEqual("skeleton"u8)) return 5;
        if (name.SequenceEqual("bitmask"u8)) return 6;
        if (name.SequenceEqual("polygon"u8)) return 7;
        if (name.SequenceEqual("cuboid"u8)) return 8;
        if (name.SequenceEqual("cuboid_2d"u8)) return 9;
        if (name.SequenceEqual("segmentation"u8)) return 10;
        if (name.SequenceEqual("circle"u8)) return 11;
        return name.SequenceEqual("ellipse"u8) ? 12 : -1;
    }

    /// <summary>Forgets all places.</summary>
    public void Clear() => Array.Clear(_places);

    /// <summary>Says where a geometry stands.</summary>
    public void Set(int member, int start, int length) => _places[member] = (start, length);

    /// <summary>Where a geometry stands; length 0 where it is absent.</summary>
    public (int Start, int Length) this[int member] => _places[member];

    /// <summary>The first member that is there, or -1.</summary>
    public int First => Array.FindIndex(_places, static place => place.Length > 0);
}
