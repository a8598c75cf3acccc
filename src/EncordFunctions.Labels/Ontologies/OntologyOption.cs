namespace EncordFunctions.Labels.Ontologies;

/// <summary>An option of a radio or a checklist.</summary>
/// <param name="Hash">Its <c>featureNodeHash</c>, which answers name as <c>featureHash</c>.</param>
public sealed record OntologyOption(string Hash)
{
    /// <summary>Its number in the ontology, with those of what it is nested under: <c>2.1.3</c>.</summary>
    public string? Id { get; init; }

    /// <summary>What people read.</summary>
    public string? Label { get; init; }

    /// <summary>Its machine name.</summary>
    public string? Value { get; init; }

    /// <summary>Whether it is kept for old labels only.</summary>
    public bool Archived { get; init; }

    /// <summary>The attributes that are asked where it is chosen.</summary>
    public IReadOnlyList<OntologyAttribute> Attributes { get; init; } = [];
}
