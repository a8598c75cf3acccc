using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Rows;

/// <summary>
/// One object instance on one frame, with its geometry in pixels and its attributes resolved for that frame; or, of audio, text and time
/// series, one object instance over one <see cref="Range"/>.
/// </summary>
public sealed record Annotation
{
    /// <summary>The file it is on: the data unit, or the space of a group or a scene.</summary>
    public required DataUnit Unit { get; init; }

    /// <summary>The frame it is on; null where it stands over a range of what has no frames.</summary>
    public Frame? Frame { get; init; }

    /// <summary>The stretch it holds for: of audio, text and time series always, of a continuous scene from its event to the next.</summary>
    public LabelRange? Range { get; init; }

    /// <summary>Its position in the frame's list, or among the ranges of its object. The export keeps no other z order.</summary>
    public required int Position { get; init; }

    /// <summary>Identity of the instance, the same on all its frames.</summary>
    public required string ObjectHash { get; init; }

    /// <summary>Ontology id of its class.</summary>
    public string? FeatureHash { get; init; }

    /// <summary>Name of its class.</summary>
    public string? Name { get; init; }

    /// <summary>Machine name of its class.</summary>
    public string? Value { get; init; }

    /// <summary><c>#RRGGBB</c>.</summary>
    public string? Color { get; init; }

    /// <summary>The geometry, in pixels.</summary>
    public required Shape Shape { get; init; }

    /// <summary>1 where the export is silent.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>False: interpolated or made by a model. True where the export is silent.</summary>
    public bool ManualAnnotation { get; init; } = true;

    /// <summary>Who drew it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When it was drawn.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Who changed it last.</summary>
    public string? LastEditedBy { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? LastEditedAt { get; init; }

    /// <summary>Static attributes and, resolved for this frame or range, dynamic ones.</summary>
    public IReadOnlyList<AttributeAnswer> Attributes { get; init; } = [];

    /// <summary>What a continuous scene says happens here, <c>upsert</c>; null elsewhere.</summary>
    public string? Event { get; init; }

    /// <summary>How a continuous scene goes on to the next event, <c>hold</c>; null elsewhere.</summary>
    public string? Interpolate { get; init; }

    /// <summary>The members of the object that the format is not known to have, as one JSON object; null where there are none.</summary>
    public string? Extra { get; init; }
}
