namespace EncordFunctions.Pipeline;

/// <summary>What became of one label row.</summary>
/// <param name="Export">The export it is part of.</param>
/// <param name="Ordinal">Its place in the export, from 0.</param>
/// <param name="Verdict">The verdict that stands, which an earlier delivery of the same message may have written.</param>
/// <param name="Annotations">How many annotations were read.</param>
/// <param name="Classifications">How many classifications were read.</param>
/// <param name="Masks">How many mask pictures were written.</param>
/// <param name="Errors">How many issues are errors.</param>
/// <param name="Warnings">How many issues are warnings.</param>
public sealed record RowOutcome(
    ExportId Export, int Ordinal, Verdict Verdict, long Annotations, long Classifications, long Masks, long Errors, long Warnings);
