namespace EncordFunctions.Labels.Ontologies;

/// <summary>A classification of whole frames or files. It has no name of its own: its first attribute names it.</summary>
/// <param name="Hash">Its <c>featureNodeHash</c>.</param>
public sealed record OntologyClassification(string Hash) : OntologyClass(Hash)
{
    /// <summary><c>global</c> where it is of whole files only; null elsewhere.</summary>
    public string? Level { get; init; }

    /// <summary>The name of its first attribute.</summary>
    public string? Name => Attributes is [var first, ..] ? first.Name : null;
}
