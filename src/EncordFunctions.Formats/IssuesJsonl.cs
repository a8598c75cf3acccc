using System.Text.Json;
using EncordFunctions.Formats.Json;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats;

/// <summary><c>issues.jsonl</c>: one line per finding, in the order they were found; no file where there is none.</summary>
public sealed class IssuesJsonl : IRowFormat
{
    /// <summary>What the file is called.</summary>
    public const string FileName = "issues.jsonl";

    /// <inheritdoc/>
    public string Name => FileName;

    /// <inheritdoc/>
    public IRowWriter Open(RowContext row, IOutputFiles files) => new Writer(files);

    /// <summary>Writes the issues of what has no readable row: a rejected row, an entry, an archive.</summary>
    public static async ValueTask WriteAsync(IOutputFiles files, IEnumerable<Issue> issues, CancellationToken cancellationToken)
    {
        await using var writer = new Writer(files);
        foreach (var issue in issues) await writer.WriteAsync(new RowEvent.IssueFound(issue), cancellationToken);
        await writer.CompleteAsync(cancellationToken);
    }

    private sealed class Writer(IOutputFiles files) : LineWriter(files, FileName, LedgerUnit.Issues, null)
    {
        protected override bool IsLine(RowEvent rowEvent) => IssueOf(rowEvent) is not null;

        protected override Issue? SkipOf(RowEvent rowEvent) => null;

        protected override void Write(Utf8JsonWriter json, RowEvent rowEvent) => IssueJson.WriteMembers(json, IssueOf(rowEvent)!);

        private static Issue? IssueOf(RowEvent rowEvent) => rowEvent switch
        {
            RowEvent.AnnotationSkipped { Issue: var issue } => issue,
            RowEvent.ClassificationSkipped { Issue: var issue } => issue,
            RowEvent.IssueFound { Issue: var issue } => issue,
            _ => null,
        };
    }
}
