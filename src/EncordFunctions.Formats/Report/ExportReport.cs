using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report;

/// <summary>Adds up what the rows left and writes the page when the last one has come.</summary>
internal sealed class ExportReport(ExportContext export, IExportFiles files, string path) : IExportWriter
{
    private readonly ReportFacts _facts = new(export);
    private int _ordinal;
    private RowCard? _row;

    public ValueTask BeginRowAsync(int ordinal, CancellationToken cancellationToken)
    {
        (_ordinal, _row) = (ordinal, null);
        return default;
    }

    public ValueTask TakeAsync(FragmentRecord record, CancellationToken cancellationToken)
    {
        if (record.Track == ChangesJsonl.Letter) _facts.AddChange(record.Payload.Span);
        else Take(new RecordReader(record.Payload.Span[1..]), record.Payload.Span[0]);
        return default;
    }

    public async ValueTask<long> CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (var issue in export.OwnIssues) _facts.Issues.Add(IssueExample.Of(issue, null));
        await using var file = files.Create(path, "text/html; charset=utf-8");
        var page = new MarkupWriter(file);
        foreach (var write in ReportPage.Parts)
        {
            write(page, _facts);
            await file.FlushAsync(cancellationToken);
        }
        await file.CommitAsync(cancellationToken);
        return _facts.Rows.Annotations;
    }

    public ValueTask DisposeAsync() => default;

    private void Take(RecordReader record, byte kind)
    {
        switch (kind)
        {
            case ReportRecord.Row:
                var card = RowCard.Read(_ordinal, ref record);
                var before = (_facts.Rows.Annotations, _facts.Rows.Classifications, _facts.Rows.Errors, _facts.Rows.Warnings);
                _facts.Rows.AddFrom(ref record);
                _row = card with
                {
                    Annotations = _facts.Rows.Annotations - before.Annotations,
                    Classifications = _facts.Rows.Classifications - before.Classifications,
                    Errors = _facts.Rows.Errors - before.Errors,
                    Warnings = _facts.Rows.Warnings - before.Warnings,
                };
                _facts.Add(_row);
                break;
            case ReportRecord.Example:
                _facts.Add(IssueExample.Read(_ordinal, ref record));
                break;
            case ReportRecord.Picture when _row is not null:
                _row.Picture = Thumbnail.Read(ref record);
                break;
        }
    }
}
