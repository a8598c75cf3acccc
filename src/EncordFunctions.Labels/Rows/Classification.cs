using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Labels.Rows;

/// <summary>One classification instance with its answers and the frames it holds for.</summary>
public sealed record Classification
{
    /// <summary>Identity of the instance.</summary>
    public required string ClassificationHash { get; init; }

    /// <summary>Ontology id of the classification.</summary>
    public string? FeatureHash { get; init; }

    /// <summary>Name of the classification (of its first attribute, in the vendor's terms).</summary>
    public string? Name { get; init; }

    /// <summary>Machine name of the classification.</summary>
    public string? Value { get; init; }

    /// <summary>The space it holds for; null where it holds for the row.</summary>
    public DataUnit? Space { get; init; }

    /// <summary>Frames (of audio milliseconds, of text characters) it holds for, inclusive, ascending and merged.</summary>
    public IReadOnlyList<FrameRange> Ranges { get; init; } = [];

    /// <summary>Stretches of an HTML document it holds for.</summary>
    public IReadOnlyList<LabelRange.Html> HtmlRanges { get; init; } = [];

    /// <summary>Whether it holds for the whole data: nothing says where.</summary>
    public bool IsGlobal => Ranges.Count == 0 && HtmlRanges.Count == 0;

    /// <summary>1 where the export is silent.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>True where the export is silent.</summary>
    public bool ManualAnnotation { get; init; } = true;

    /// <summary>Who answered.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Who changed it last.</summary>
    public string? LastEditedBy { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? LastEditedAt { get; init; }

    /// <summary>The attribute answers, flat.</summary>
    public IReadOnlyList<AttributeAnswer> Answers { get; init; } = [];
}
