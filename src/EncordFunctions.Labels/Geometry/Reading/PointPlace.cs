using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>x and y of a point while its members come by, in any order and among others.</summary>
internal struct PointPlace
{
    private readonly int _at;
    private double _x;
    private double _y;
    private int _xAt;
    private int _yAt;
    private int _zAt;

    public PointPlace(int at)
    {
        _at = at;
        _xAt = _yAt = _zAt = -1;
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
            default:
                if (json.Peek() != JsonKind.Null) _zAt = at;
                json.Skip();
                return true;
        }
    }

    /// <summary>The point in pixels, once all its members have come by.</summary>
    public readonly bool TryScale(GeometryContext context, out Vertex vertex)
    {
        vertex = new Vertex(_x * context.Frame.Width, _y * context.Frame.Height);
        // Points in space are not fractions of a frame, so this comes before their x and y are judged.
        if (_zAt >= 0) return context.Fail(IssueCatalogue.ShapeNotRead, _zAt, "z", "Points in three dimensions are not read yet.");
        if (_xAt < 0) return context.Fail(IssueCatalogue.CoordinateMissing, _at, null, "x is missing.");
        if (_yAt < 0) return context.Fail(IssueCatalogue.CoordinateMissing, _at, null, "y is missing.");
        return context.IsFraction(_x, _xAt, "x") && context.IsFraction(_y, _yAt, "y");
    }
}
