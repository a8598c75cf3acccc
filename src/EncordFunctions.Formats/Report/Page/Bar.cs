namespace EncordFunctions.Formats.Report.Page;

/// <summary>One line of a list of counts.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Colour">Its own colour; null where it has none.</param>
/// <param name="Kind">What tells it from another one of the same name; null where nothing must.</param>
internal sealed record Bar(string Name, long Count, string? Colour = null, string? Kind = null);
