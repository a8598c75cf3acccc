using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Pipeline;

/// <summary>An issue of an export.</summary>
/// <param name="Row">
/// Ordinal of the label row it was found in; null where it is about the archive, an entry, the ontology, or rows taken together.
/// </param>
/// <param name="Issue">What was found.</param>
public sealed record ExportIssue(int? Row, Issue Issue);
