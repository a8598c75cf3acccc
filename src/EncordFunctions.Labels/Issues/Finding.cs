namespace EncordFunctions.Labels.Issues;

/// <summary>An issue about a part of a value, before it is known where the value stands.</summary>
/// <param name="Code">Which kind of finding.</param>
/// <param name="At">Index of the offending byte in the value.</param>
/// <param name="Path">JSON Pointer from the value on.</param>
/// <param name="Message">What was found.</param>
internal readonly record struct Finding(IssueCode Code, int At, string Path, string Message);
