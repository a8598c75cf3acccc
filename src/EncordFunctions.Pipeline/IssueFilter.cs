using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Pipeline;

/// <summary>Which issues to read: those of a code, of a severity, of both, or all of them.</summary>
/// <param name="Code">The code; null for any.</param>
/// <param name="Severity">The severity; null for any.</param>
public readonly record struct IssueFilter(string? Code, Severity? Severity);
