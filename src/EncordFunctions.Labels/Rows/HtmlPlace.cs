namespace EncordFunctions.Labels.Rows;

/// <summary>A place in an HTML document: a text node and a character in it. Exports before 2025 write <c>node</c> for <c>xpath</c>.</summary>
public sealed record HtmlPlace(string XPath, long Offset);
