using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Local.Sample;

/// <summary>One annotation as it must be read back: one object on one frame, in pixels, or over one range.</summary>
public sealed record AnnotationTruth
{
    /// <summary>The data unit it is on.</summary>
    public required string DataUnitHash { get; init; }

    /// <summary>Frame, slice, page, event, nanosecond or position; null where it stands over a range of what has no frames.</summary>
    public required long? Frame { get; init; }

    /// <summary>The sensor of a scene that the frame is of.</summary>
    public string? Stream { get; init; }

    /// <summary>The stretch it holds for, where it does not stand on a frame alone.</summary>
    public LabelRange? Range { get; init; }

    /// <summary>What a continuous scene says happens to it.</summary>
    public string? Event { get; init; }

    /// <summary>Its place in the frame's list, or among the ranges of its object.</summary>
    public required int Position { get; init; }

    /// <summary>Width of the frame; 0 where nobody states it, and then the shape is told in fractions.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the frame; 0 where nobody states it.</summary>
    public required int Height { get; init; }

    /// <summary>The object it shows.</summary>
    public required SampleObject Object { get; init; }

    /// <summary>The geometry.</summary>
    public required ShapeTruth Shape { get; init; }

    /// <summary>Static attributes and the dynamic ones that hold on this frame.</summary>
    public required IReadOnlyList<AttributeTruth> Attributes { get; init; }
}
