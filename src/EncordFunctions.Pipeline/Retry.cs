namespace EncordFunctions.Pipeline;

/// <summary>What of an export was put back to work.</summary>
/// <param name="Rows">How many failed rows.</param>
/// <param name="Whole">Whether the export itself is tried again: its unpacking, or its finish.</param>
public sealed record Retry(int Rows, bool Whole);
