namespace EncordFunctions.Local.Sample;

/// <summary>Everything a row holds, as it must be read back.</summary>
public sealed record RowTruth
{
    /// <summary>Identity of the row.</summary>
    public required string LabelHash { get; init; }

    /// <summary>Identity of the data.</summary>
    public required string DataHash { get; init; }

    /// <summary>Title of the data.</summary>
    public required string Title { get; init; }

    /// <summary>The vendor's data type, aliases resolved.</summary>
    public required string DataType { get; init; }

    /// <summary>The annotations in file order.</summary>
    public required IReadOnlyList<AnnotationTruth> Annotations { get; init; }

    /// <summary>The classifications.</summary>
    public required IReadOnlyList<ClassificationTruth> Classifications { get; init; }

    /// <summary>How many objects were written that no reader may accept.</summary>
    public int Faults { get; init; }

    /// <summary>Whether the row can't be read at all.</summary>
    public bool Broken { get; init; }

    /// <summary>How many annotations are bitmasks.</summary>
    public int Masks => Annotations.Count(annotation => annotation.Shape is ShapeTruth.Bitmask);
}
