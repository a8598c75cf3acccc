namespace EncordFunctions.Pipeline;

/// <summary>A part of a list. It may hold fewer items than were asked for, or none, and still not be the last.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">Where the next page begins, in words of the storage's own; null where this is the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
