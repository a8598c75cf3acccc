using EncordFunctions.Formats.Json;
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
    public IRowWriter Open(RowIndex index, IOutputFiles files) => new Writer(files);

    /// <summary>Writes the issues of what has no readable row: a rejected row, an entry, an archive.</summary>
    public static async ValueTask WriteAsync(IOutputFiles files, IEnumerable<Issue> issues, CancellationToken cancellationToken)
    {
        await using var writer = new Writer(files);
        foreach (var issue in issues) await writer.WriteAsync(issue, cancellationToken);
        await writer.CompleteAsync(cancellationToken);
    }

    private sealed class Writer(IOutputFiles files) : IRowWriter
    {
        private readonly JsonLines _lines = new(files, FileName);
        private readonly LedgerCount _count = new(FileName);

        public ValueTask WriteAsync(RowEvent rowEvent, CancellationToken cancellationToken) => rowEvent switch
        {
            RowEvent.AnnotationSkipped { Issue: var issue } => WriteAsync(issue, cancellationToken),
            RowEvent.ClassificationSkipped { Issue: var issue } => WriteAsync(issue, cancellationToken),
            RowEvent.IssueFound { Issue: var issue } => WriteAsync(issue, cancellationToken),
            _ => default,
        };

        public async ValueTask WriteAsync(Issue issue, CancellationToken cancellationToken)
        {
            _count.Take();
            IssueJson.WriteMembers(_lines.Begin(), issue);
            await _lines.EndAsync(cancellationToken);
            _count.Wrote();
        }

        public async ValueTask<LedgerLine> CompleteAsync(CancellationToken cancellationToken)
        {
            await _lines.CommitAsync(cancellationToken);
            return _count.ToLine();
        }

        public ValueTask DisposeAsync() => _lines.DisposeAsync();
    }
}
