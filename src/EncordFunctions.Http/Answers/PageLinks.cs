namespace EncordFunctions.Http.Answers;

/// <summary>Paths of a list.</summary>
/// <param name="Self">The list.</param>
/// <param name="Next">The next page of it; null where there is none.</param>
internal sealed record PageLinks(string Self, string? Next);
