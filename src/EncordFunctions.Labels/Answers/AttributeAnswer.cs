namespace EncordFunctions.Labels.Answers;

/// <summary>An attribute of an object or a classification and its answer. Nested attributes stand flat beside their parents.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Value">The attribute's machine name, by default its name in snake case.</param>
/// <param name="FeatureHash">The attribute's ontology id.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Dynamic">Whether the answer holds for some frames only (object_actions) rather than for the whole instance.</param>
public sealed record AttributeAnswer(string? Name, string? Value, string? FeatureHash, AnswerValue Answer, bool Dynamic)
{
    /// <summary><c>radio</c>, <c>checklist</c>, <c>text</c> or <c>numeric</c>; null without an ontology, for the row itself does not say.</summary>
    public string? Type { get; init; }

    /// <summary>Where on its object's range a dynamic answer holds, inclusive at both ends; empty on frames, where it is resolved.</summary>
    public IReadOnlyList<FrameRange> Ranges { get; init; } = [];
}
