namespace EncordFunctions.Local.Inspect;

/// <summary>A place in a text, both counted from 1; a column is a UTF-16 unit.</summary>
internal readonly record struct TextPlace(long Line, long Column);
