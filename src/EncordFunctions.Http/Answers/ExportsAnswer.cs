namespace EncordFunctions.Http.Answers;

/// <summary>A page of exports.</summary>
internal sealed record ExportsAnswer(IReadOnlyList<ExportAnswer> Exports, string? NextPage, PageLinks Links);
