namespace EncordFunctions.Local.Sample;

/// <summary>One annotation as it must be read back: one object on one frame, in pixels.</summary>
public sealed record AnnotationTruth
{
    /// <summary>The data unit it is on.</summary>
    public required string DataUnitHash { get; init; }

    /// <summary>Frame, slice or position.</summary>
    public required long Frame { get; init; }

    /// <summary>Its place in the frame's list.</summary>
    public required int Position { get; init; }

    /// <summary>Width of the frame.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the frame.</summary>
    public required int Height { get; init; }

    /// <summary>The object it shows.</summary>
    public required SampleObject Object { get; init; }

    /// <summary>The geometry.</summary>
    public required ShapeTruth Shape { get; init; }

    /// <summary>Static attributes and the dynamic ones that hold on this frame.</summary>
    public required IReadOnlyList<AttributeTruth> Attributes { get; init; }
}
