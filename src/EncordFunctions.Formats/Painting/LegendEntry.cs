namespace EncordFunctions.Formats.Painting;

/// <summary>What a number of a picture stands for.</summary>
/// <param name="ObjectHash">The object; null where the number stands for a class.</param>
/// <param name="FeatureHash">Ontology id of the class.</param>
/// <param name="Name">Its name.</param>
/// <param name="Colour">The colour of the number in the palette.</param>
internal sealed record LegendEntry(string? ObjectHash, string? FeatureHash, string? Name, Rgb Colour);
