namespace EncordFunctions.Labels.Ontologies;

/// <summary>What a label can be an instance of: an <see cref="OntologyObject"/> or an <see cref="OntologyClassification"/>.</summary>
public abstract record OntologyClass
{
    private protected OntologyClass(string hash) => Hash = hash;

    /// <summary>Its <c>featureNodeHash</c>, which labels name as <c>featureHash</c>.</summary>
    public string Hash { get; init; }

    /// <summary>Its number in the ontology, as text.</summary>
    public string? Id { get; init; }

    /// <summary>The attributes that every instance has. Those nested under an option stand there.</summary>
    public IReadOnlyList<OntologyAttribute> Attributes { get; init; } = [];
}
