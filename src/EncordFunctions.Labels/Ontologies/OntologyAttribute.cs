namespace EncordFunctions.Labels.Ontologies;

/// <summary>A question that is asked of every instance of a class, or where it is nested, of those with one option chosen.</summary>
/// <param name="Hash">Its <c>featureNodeHash</c>, which answers name as <c>featureHash</c>.</param>
/// <param name="Type">One of <see cref="AttributeTypes"/>; a type that is not known stays as it is written.</param>
public sealed record OntologyAttribute(string Hash, string? Type)
{
    /// <summary>Its number in the ontology, with those of what it is nested under: <c>2.1</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it must be answered.</summary>
    public bool Required { get; init; }

    /// <summary>Whether its answer may change over the frames of one object.</summary>
    public bool Dynamic { get; init; }

    /// <summary>Whether it is kept for old labels only.</summary>
    public bool Archived { get; init; }

    /// <summary>What a radio or a checklist offers; empty elsewhere.</summary>
    public IReadOnlyList<OntologyOption> Options { get; init; } = [];
}
