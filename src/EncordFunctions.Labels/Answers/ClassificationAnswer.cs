using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Labels.Answers;

/// <summary>What <c>classification_answers</c> holds of one instance. Members that are null are left to the frames.</summary>
internal sealed record ClassificationAnswer
{
    public string? FeatureHash { get; set; }

    public string? Name { get; set; }

    public string? Value { get; set; }

    public double? Confidence { get; set; }

    public bool? ManualAnnotation { get; set; }

    public string? CreatedBy { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public string? LastEditedBy { get; set; }

    public DateTimeOffset? LastEditedAt { get; set; }

    public AttributeAnswer[] Answers { get; set; } = [];

    /// <summary>Frames it holds for; empty where the frames themselves say so, or where it holds for all.</summary>
    public FrameRanges Frames { get; } = new();

    /// <summary>Stretches of an HTML document it holds for.</summary>
    public IReadOnlyList<LabelRange.Html> Html { get; set; } = [];

    /// <summary>Where on which spaces it holds.</summary>
    public IReadOnlyList<SpaceRanges> Spaces { get; set; } = [];

    /// <summary>Index of its range in it; 0 where it has none.</summary>
    public int RangeAt { get; set; }

    /// <summary>Where it stands in the row.</summary>
    public long Offset { get; set; }
}
