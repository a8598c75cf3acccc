namespace EncordFunctions.Formats.Changes;

/// <summary>What an object was, or is.</summary>
/// <param name="Name">Name of its class.</param>
/// <param name="FeatureHash">Ontology id of its class.</param>
/// <param name="Shape">The vendor's name of its shape.</param>
/// <param name="Frames">The frames it is on, or the ranges: <c>0-4,7</c>. A long list is cut.</param>
/// <param name="Annotations">On how many frames or ranges it is.</param>
public sealed record ObjectState(string? Name, string? FeatureHash, string? Shape, string? Frames, long Annotations);
