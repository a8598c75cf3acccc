namespace EncordFunctions.Labels.Json;

/// <summary>Where and why bytes stop being JSON.</summary>
/// <param name="Offset">Offset of the first byte that can't stand there; the length where the end is the fault.</param>
/// <param name="Pointer">JSON Pointer of the innermost value that was reached.</param>
/// <param name="Message">What was expected and what was found.</param>
internal sealed record JsonFault(long Offset, string Pointer, string Message);
