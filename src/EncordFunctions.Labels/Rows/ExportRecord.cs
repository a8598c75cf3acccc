namespace EncordFunctions.Labels.Rows;

/// <summary>One earlier export of a row, newest first in its history.</summary>
/// <param name="ExportHash">Identity the vendor gave the export.</param>
/// <param name="ExportedAt">When it was made.</param>
/// <param name="UserEmail">Who asked for it.</param>
public sealed record ExportRecord(string? ExportHash, DateTimeOffset? ExportedAt, string? UserEmail);
