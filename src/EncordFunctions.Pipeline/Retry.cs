namespace EncordFunctions.Pipeline;

/// <summary>What of an export was put back to work.</summary>
/// <param name="Rows">How many failed rows.</param>
public sealed record Retry(int Rows);
