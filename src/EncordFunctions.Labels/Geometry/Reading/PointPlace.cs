using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>x, y and z of a point while its members come by, in any order and among others.</summary>
internal struct PointPlace
{
    private readonly int _at;
    private double _x;
    private double _y;
    private double _z;
    private int _xAt;
    private int _yAt;
    private int _zAt;

    public PointPlace(int at)
    {
        _at = at;
        _xAt = _yAt = _zAt = -1;
    }

    /// <summary>Reads a point that has nothing but its place.</summary>
    public static bool TryRead(ref JsonCursor json, GeometryContext context, out PointPlace place)
    {
        place = default;
        if (json.Peek() != JsonKind.Object) return context.FailKind(ref json, null, "a point {x, y}");
        place = new PointPlace(json.At);
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (!place.TryTake(ref json, context, name, out var taken)) return false;
            if (!taken) context.SkipUnknown(ref json, name);
        }
        return true;
    }

    /// <summary>Takes the member if it is one of the point's coordinates. False: it is one and can't be read.</summary>
    public bool TryTake(ref JsonCursor json, GeometryContext context, ReadOnlySpan<byte> name, out bool taken)
    {
        taken = name.Length == 1 && name[0] is (byte)'x' or (byte)'y' or (byte)'z' && name.Length == 1;
        if (!taken) return true;
        var at = json.At;
        switch (name[0])
        {
            case (byte)'x':
                _xAt = at;
                return context.TryNumber(ref json, "x", out _x);
            case (byte)'y':
                _yAt = at;
                return context.TryNumber(ref json, "y", out _y);
            case var _ when json.Peek() == JsonKind.Null:
                json.Skip();
                return true;
            default:
                _zAt = at;
                return context.TryNumber(ref json, "z", out _z);
        }
    }

    /// <summary>The point in pixels, once all its members have come by.</summary>
    public readonly bool TryScale(GeometryContext context, out Vertex vertex)
    {
        vertex = new Vertex(_x * context.Frame.Width, _y * context.Frame.Height);
        if (!IsFlat(context)) return false;
        return context.IsFraction(_x, _xAt, "x") && context.IsFraction(_y, _yAt, "y");
    }

    /// <summary>A point that may lie anywhere, such as a vanishing point, in pixels.</summary>
    public readonly bool TryScaleFreely(GeometryContext context, out Vertex vertex)
    {
        vertex = new Vertex(_x * context.Frame.Width, _y * context.Frame.Height);
        if (!IsFlat(context)) return false;
        return context.IsWithin(_x, GeometryContext.Unreachable, _xAt, "x") && context.IsWithin(_y, GeometryContext.Unreachable, _yAt, "y");
    }

    /// <summary>The point of a scene.</summary>
    public readonly bool TryPlace(GeometryContext context, out Vertex3D vertex)
    {
        vertex = new Vertex3D(_x, _y, _z);
        if (_zAt < 0) return context.Fail(IssueCatalogue.DimensionsMixed, _at, null, "This point has no z, and the first one has.");
        return HasXAndY(context);
    }

    private readonly bool IsFlat(GeometryContext context)
    {
        if (_zAt < 0) return HasXAndY(context);
        return context.Fail(IssueCatalogue.DimensionsMixed, _zAt, "z", "This point has a z; only points and lines have one, and then all their points.");
    }

    private readonly bool HasXAndY(GeometryContext context)
    {
        if (_xAt < 0) return context.Fail(IssueCatalogue.CoordinateMissing, _at, null, "x is missing.");
        return _yAt >= 0 || context.Fail(IssueCatalogue.CoordinateMissing, _at, null, "y is missing.");
    }
}
