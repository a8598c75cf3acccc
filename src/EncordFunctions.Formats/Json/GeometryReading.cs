using System.Text.Json;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Json;

/// <summary>Reads the <c>geometry</c> that <see cref="GeometryJson"/> wrote, to compare it with another one.</summary>
internal ref struct GeometryReading(ReadOnlySpan<byte> geometry)
{
    private Utf8JsonReader _json = new(geometry);
    private readonly Dictionary<string, double> _numbers = [];
    private readonly Dictionary<string, Vertex[]> _vertices = [];
    private Vertex[][][]? _parts;
    private SkeletonPoint[]? _joints;
    private int[] _size = [];
    private byte[] _counts = [];
    private bool _isFaulty;

    /// <returns>
    /// The shape; null where it is of a scene or a range, or has no size. A mask is turned over its diagonal, since its counts go down the columns:
    /// two such masks share as many pixels as the masks themselves.
    /// </returns>
    public static Shape? Read(string? shape, ReadOnlySpan<byte> geometry)
    {
        var reading = new GeometryReading(geometry);
        reading.ReadMembers();
        return reading._isFaulty ? null : reading.Make(shape);
    }

    private readonly Shape? Make(string? shape) => shape switch
    {
        "bounding_box" when Has("x", "y", "w", "h") => new BoundingBox(_numbers["x"], _numbers["y"], _numbers["w"], _numbers["h"]),
        "rotatable_bounding_box" when Has("x", "y", "w", "h", "theta") && _vertices.ContainsKey("corners") =>
            new RotatableBoundingBox(_numbers["x"], _numbers["y"], _numbers["w"], _numbers["h"], _numbers["theta"]),
        "polygon" when _parts is not null => new Polygon(_parts),
        "polyline" when _vertices.TryGetValue("points", out var points) => new Polyline(points),
        "point" when _vertices.TryGetValue("point", out var point) => new Point(point[0]),
        "skeleton" when _joints is not null => new Skeleton(_joints),
        "bitmask" when _size.Length == 2 && Mask.Read(_counts, _size[0], _size[1]) is MaskReading.Read { Mask: var mask } => new Bitmask(mask),
        "circle" when Has("x", "y", "r", "stretch", "theta") =>
            new Circle(_numbers["x"], _numbers["y"], _numbers["r"], _numbers["stretch"], _numbers["theta"]),
        "ellipse" when Has("x", "y", "rx", "ry", "theta") =>
            new Ellipse(_numbers["x"], _numbers["y"], _numbers["rx"], _numbers["ry"], _numbers["theta"]),
        "cuboid_2d" when _vertices.TryGetValue("front", out var front) && Projection() is { } projection => new Cuboid2D(front, projection),
        _ => null,
    };

    private readonly Projection? Projection()
    {
        if (_vertices.TryGetValue("offset", out var offset)) return new Projection.Isometric(offset[0]);
        return _vertices.TryGetValue("vanishing_point", out var far) && Has("scale_ratio") ? new Projection.Perspective(far[0], _numbers["scale_ratio"]) : null;
    }

    private readonly bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (!_numbers.ContainsKey(name)) return false;
        return true;
    }

    private void ReadMembers()
    {
        if (!_json.Read() || _json.TokenType != JsonTokenType.StartObject)
        {
            _isFaulty = true;
            return;
        }
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var name = _json.GetString()!;
            _json.Read();
            switch (_json.TokenType)
            {
                case JsonTokenType.Number:
                    _numbers[name] = _json.GetDouble();
                    break;
                case JsonTokenType.String when name == "counts":
                    _counts = _json.ValueSpan.ToArray();
                    // The alphabet of counts has a backslash, which JSON escapes.
                    if (_json.ValueIsEscaped) _counts = System.Text.Encoding.UTF8.GetBytes(_json.GetString()!);
                    break;
                case JsonTokenType.StartArray:
                    ReadArray(name);
                    break;
            }
        }
    }

    private void ReadArray(string name)
    {
        switch (name)
        {
            case "size":
                _size = [.. Numbers().Select(static number => (int)number)];
                break;
            case "point" or "vanishing_point" or "offset":
                _vertices[name] = [Vertex()];
                break;
            case "polygons":
                _parts = Parts();
                break;
            case "points" or "corners" or "front" or "back":
                ReadPoints(name);
                break;
            default:
                _json.Skip();
                break;
        }
    }

    private Vertex[][][] Parts()
    {
        var parts = new List<Vertex[][]>();
        while (_json.Read() && _json.TokenType == JsonTokenType.StartArray)
        {
            var rings = new List<Vertex[]>();
            while (_json.Read() && _json.TokenType == JsonTokenType.StartArray)
            {
                var ring = new List<Vertex>();
                while (_json.Read() && _json.TokenType == JsonTokenType.StartArray) ring.Add(Vertex());
                rings.Add([.. ring]);
            }
            parts.Add([.. rings]);
        }
        return [.. parts];
    }

    private void ReadPoints(string name)
    {
        var vertices = new List<Vertex>();
        var joints = new List<SkeletonPoint>();
        while (_json.Read() && _json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            if (_json.TokenType == JsonTokenType.StartArray) vertices.Add(Vertex());
            else joints.Add(Joint());
        }
        if (joints.Count > 0) _joints = [.. joints];
        else _vertices[name] = [.. vertices];
    }

    private SkeletonPoint Joint()
    {
        var (x, y) = (double.NaN, double.NaN);
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var (isX, isY) = (_json.ValueTextEquals("x"u8), _json.ValueTextEquals("y"u8));
            _json.Read();
            if (_json.TokenType != JsonTokenType.Number) continue;
            if (isX) x = _json.GetDouble();
            else if (isY) y = _json.GetDouble();
        }
        _isFaulty |= double.IsNaN(x) || double.IsNaN(y);
        return new SkeletonPoint(null, null, new Vertex(x, y), Visibility.Visible);
    }

    // Three numbers are of a scene; a null stands for a number that JSON has not.
    private Vertex Vertex()
    {
        if (Numbers() is [var x, var y]) return new Vertex(x, y);
        _isFaulty = true;
        return default;
    }

    private List<double> Numbers()
    {
        var numbers = new List<double>(2);
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType == JsonTokenType.Number) numbers.Add(_json.GetDouble());
            else _isFaulty = true;
        }
        return numbers;
    }
}
