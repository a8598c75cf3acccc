namespace EncordFunctions.Labels.Ontologies;

/// <summary>An attribute and what it belongs to.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Owner">The class whose instances have it, at whatever depth.</param>
/// <param name="Under">The option it is nested under; null where every instance has it.</param>
public sealed record PlacedAttribute(OntologyAttribute Attribute, OntologyClass Owner, OntologyOption? Under);
