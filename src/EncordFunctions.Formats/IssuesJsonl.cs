using System.Text.Json;
using EncordFunctions.Formats.Json;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats;

/// <summary><c>issues.jsonl</c>: one line per finding, in the order they were found; no file where there is none.</summary>
public sealed class IssuesJsonl : IRowFormat
{
    private const string FileName = "issues.jsonl";

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
            Write(_lines.Begin(), issue);
            await _lines.EndAsync(cancellationToken);
            _count.Wrote();
        }

        public async ValueTask<LedgerLine> CompleteAsync(CancellationToken cancellationToken)
        {
            await _lines.CommitAsync(cancellationToken);
            return _count.ToLine();
        }

        public ValueTask DisposeAsync() => _lines.DisposeAsync();

        private static void Write(Utf8JsonWriter json, Issue issue)
        {
            json.WriteString("code"u8, issue.Code.Id);
            json.WriteString("severity"u8, SeverityJson.Word(issue.Code.Severity));
            json.WriteString("title"u8, issue.Code.Title);
            json.WriteString("message"u8, issue.Message);
            json.WriteString("entry"u8, issue.Entry);
            json.WriteNumber("offset"u8, issue.Offset);
            json.WriteString("pointer"u8, issue.Pointer);
            json.WriteString("label_hash"u8, issue.LabelHash);
            json.WriteString("object_hash"u8, issue.ObjectHash);
            if (issue.Frame is { } frame) json.WriteNumber("frame"u8, frame);
            else json.WriteNull("frame"u8);
        }
    }
}
