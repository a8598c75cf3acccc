namespace EncordFunctions.Local.Inspect;

/// <summary>A file that issues are about.</summary>
/// <param name="Path">Its path: as the user gave it, or inside the archive.</param>
/// <param name="Archive">The archive it lies in; null where it is a file of the user's own.</param>
internal sealed record InspectedFile(string Path, InspectedFile? Archive = null);
