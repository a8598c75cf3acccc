using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Rows;

/// <summary>One object instance on one frame, with its geometry in pixels and its attributes resolved for that frame.</summary>
public sealed record Annotation
{
    /// <summary>The frame it is on.</summary>
    public required Frame Frame { get; init; }

    /// <summary>Its position in the frame's list. The export keeps no other z order.</summary>
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

    /// <summary>Static attributes and, resolved for this frame, dynamic ones.</summary>
    public IReadOnlyList<AttributeAnswer> Attributes { get; init; } = [];
}
