namespace EncordFunctions.Labels.Ontologies;

/// <summary>An option and what it belongs to.</summary>
/// <param name="Option">The option.</param>
/// <param name="Attribute">The attribute it answers.</param>
public sealed record PlacedOption(OntologyOption Option, OntologyAttribute Attribute);
