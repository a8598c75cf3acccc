namespace EncordFunctions.Http.Answers;

/// <summary>Paths of what a retry is about.</summary>
/// <param name="Export">The export.</param>
internal sealed record RetryLinks(string Export);
