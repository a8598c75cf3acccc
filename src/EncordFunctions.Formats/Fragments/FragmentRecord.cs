namespace EncordFunctions.Formats.Fragments;

/// <summary>One record of a row's fragment.</summary>
/// <param name="Track">Whose it is.</param>
/// <param name="Payload">What was written.</param>
public readonly record struct FragmentRecord(char Track, ReadOnlyMemory<byte> Payload);
