namespace EncordFunctions.Formats.Report.Page;

/// <summary>One thing that needs attention.</summary>
/// <param name="Kind">How bad it is, in a word that has a colour in the style sheet.</param>
/// <param name="Word">The same for people.</param>
/// <param name="Headline">What it is, in a few words.</param>
/// <param name="Detail">More of it, of the export's own words; null where there is no more.</param>
/// <param name="Example">A finding to show with it.</param>
/// <param name="Link">Where to read on: an anchor of the page, or a file beside it.</param>
/// <param name="LinkText">What stands there.</param>
internal sealed record Concern(string Kind, string Word, string Headline, string? Detail, IssueExample? Example, string? Link, string? LinkText);
