namespace EncordFunctions.Labels.Json;

/// <summary>A member whose name stood in its object before.</summary>
/// <param name="Offset">Offset of the second name.</param>
/// <param name="Pointer">JSON Pointer of the member.</param>
internal readonly record struct JsonRepeat(long Offset, string Pointer);
