namespace EncordFunctions.Formats.Changes;

/// <summary>The label row of an earlier export that a row was compared with.</summary>
/// <param name="Export">Id of the earlier export.</param>
/// <param name="Ordinal">The row's place in it.</param>
public sealed record EarlierPlace(string Export, int Ordinal);
