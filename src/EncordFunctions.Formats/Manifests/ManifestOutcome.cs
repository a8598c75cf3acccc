namespace EncordFunctions.Formats.Manifests;

/// <summary>How an export ended.</summary>
/// <param name="Status"><c>Done</c>, <c>Rejected</c> or <c>Failed</c>.</param>
/// <param name="Reason">Why it is not Done, in one line; null where it is.</param>
public sealed record ManifestOutcome(string Status, string? Reason);
