namespace EncordFunctions.Http.Answers;

/// <summary>What was found in an export so far.</summary>
internal sealed record ExportCounts(long Annotations, long Classifications, long Masks, long Errors, long Warnings);
