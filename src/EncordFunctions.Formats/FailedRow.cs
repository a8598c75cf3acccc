namespace EncordFunctions.Formats;

/// <summary>A row whose tries are used up.</summary>
/// <param name="Ordinal">Its place in the export.</param>
/// <param name="Reason">Why.</param>
public sealed record FailedRow(int Ordinal, string? Reason);
