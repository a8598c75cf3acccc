using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Formats.Manifests;

/// <summary>How many issues there are of one kind.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">The severity of the kind.</param>
/// <param name="Count">How many.</param>
public sealed record ManifestIssues(string Code, Severity Severity, long Count);
