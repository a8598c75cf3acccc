using System.Diagnostics;
using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Telemetry;

/// <summary>What spans say of rows, entries and exports: counts and states, nothing that was read.</summary>
internal static class SpanFacts
{
    public static void Tell(this StepRun run, RowOutcome row)
    {
        run.Tag(Tags.Verdict, row.Verdict.ToString());
        run.Tag(Tags.Annotations, row.Annotations);
        run.Tag(Tags.Classifications, row.Classifications);
        run.Tag(Tags.Masks, row.Masks);
        run.Tag(Tags.Errors, row.Errors);
        run.Tag(Tags.Warnings, row.Warnings);
    }

    public static void Tell(this StepRun run, ExportRow export)
    {
        run.Tag(Tags.Status, export.Status.ToString());
        run.Tag(Tags.Rows, export.Verdicts.Total);
        run.Tag(Tags.Failed, export.Verdicts.Failed);
        run.Tag(Tags.Annotations, export.Annotations);
        run.Tag(Tags.Classifications, export.Classifications);
        run.Tag(Tags.Masks, export.Masks);
        run.Tag(Tags.Errors, export.Errors);
        run.Tag(Tags.Warnings, export.Warnings);
    }

    public static void Tell(this Activity? span, EntryRow entry) => span?
        .SetTag(Tags.State, entry.State.ToString())
        .SetTag(Tags.Rows, entry.Rows)
        .SetTag(Tags.Bytes, entry.Bytes);
}
