namespace EncordFunctions.Labels.Rows;

/// <summary>Where a label row stands in its entry, so that every issue can say so.</summary>
/// <param name="Entry">Name of the zip entry, or of the uploaded .json.</param>
/// <param name="Offset">Byte offset of the row in the inflated entry.</param>
/// <param name="Pointer">JSON Pointer of the row from the root of the entry: <c>/3</c> in a list, empty where the root is the row.</param>
public sealed record RowPlace(string Entry, long Offset, string Pointer);
