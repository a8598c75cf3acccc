namespace EncordFunctions.Labels.Answers;

/// <summary>A chosen option of a radio or checklist. Match by <paramref name="FeatureHash"/>: old rows repeat the attribute's name here.</summary>
public sealed record ChosenOption(string? Name, string? Value, string? FeatureHash)
{
    /// <summary>The attributes nested under the option, where an ontology says which they are.</summary>
    public IReadOnlyList<AttributeAnswer> Attributes { get; init; } = [];
}
