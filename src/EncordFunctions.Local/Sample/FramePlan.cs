using System.Globalization;
using System.Text.Json;

namespace EncordFunctions.Local.Sample;

/// <summary>One frame, in the size its coordinates are fractions of; 0 × 0 where it has none.</summary>
internal sealed record FramePlan(long Number, int Width, int Height, bool HasOwnSize)
{
    public List<Placement> Placements { get; } = [];

    /// <summary>The sensor of a scene that the frame is of.</summary>
    public string? Stream { get; init; }

    public string Key => Stream is null ? Number.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Stream}@{Number}");
}

/// <summary>An object on a frame: what was drawn and how to spell it, or a geometry that no reader may accept.</summary>
internal sealed record Placement(SampleObject Object)
{
    public ShapeTruth? Shape { get; init; }

    public PolygonSpelling Polygon { get; init; }

    public VisibilitySpelling Visibility { get; init; }

    public bool PolylineAsList { get; init; }

    /// <summary>What happens to the object in a continuous scene; a deletion has no shape.</summary>
    public string? Event { get; init; }

    public (string Shape, Action<Utf8JsonWriter> Write)? Fault { get; init; }
}
