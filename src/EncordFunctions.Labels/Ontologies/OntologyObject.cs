namespace EncordFunctions.Labels.Ontologies;

/// <summary>A class of objects.</summary>
/// <param name="Hash">Its <c>featureNodeHash</c>.</param>
public sealed record OntologyObject(string Hash) : OntologyClass(Hash)
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary><c>#RRGGBB</c>.</summary>
    public string? Color { get; init; }

    /// <summary>The shape its instances have, in the format's word: <c>bounding_box</c>, <c>polygon</c>, ...</summary>
    public string? Shape { get; init; }

    /// <summary>Whether every data unit must have one.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it is kept for old labels only.</summary>
    public bool Archived { get; init; }
}
