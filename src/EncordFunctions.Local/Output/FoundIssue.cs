namespace EncordFunctions.Local.Output;

/// <summary>An issue as people are shown it.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">Error, Warning or Info.</param>
/// <param name="Entry">Zip entry, or the uploaded .json.</param>
/// <param name="Offset">Byte offset in the inflated entry.</param>
/// <param name="Pointer">JSON Pointer from the root of the entry.</param>
/// <param name="Message">What was found.</param>
public sealed record FoundIssue(string Code, string Severity, string Entry, long Offset, string Pointer, string Message);
