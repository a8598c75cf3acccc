using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Report;

/// <summary>
/// Leaves what the report needs of a row in its fragment: what it adds up to, three examples of each kind of finding, and a small picture of its
/// first labelled frame. Only a row that may be shown has a picture: one of the first, or one with errors.
/// </summary>
internal sealed class RowReport(RowContext row, FragmentTrack track, string name) : IRowWriter
{
    private const int ExamplesOfAKind = 3;
    private const int MostNames = 40;
    private const int MostDays = 366;

    private readonly LedgerCount _ledger = new(name, LedgerUnit.Annotations, row.Ordinal);
    private readonly RowFacts _facts = new(MostNames, MostDays);
    private readonly SortedDictionary<string, List<IssueExample>> _examples = new(StringComparer.Ordinal);
    private readonly FirstFrame _firstFrame = new(row.Ontology);
    private bool _isRejected;

    public ValueTask WriteAsync(RowEvent rowEvent, CancellationToken cancellationToken)
    {
        switch (rowEvent)
        {
            case RowEvent.AnnotationRead { Annotation: var annotation }:
                _ledger.Take();
                _facts.Add(annotation);
                _firstFrame.Add(annotation);
                _ledger.Wrote();
                break;
            case RowEvent.AnnotationSkipped { Issue: var issue }:
                _facts.AddDropped();
                Add(issue);
                break;
            case RowEvent.ClassificationRead:
                _facts.AddClassification();
                break;
            case RowEvent.ClassificationSkipped { Issue: var issue }:
                _facts.AddDropped();
                Add(issue);
                break;
            case RowEvent.IssueFound { Issue: var issue }:
                Add(issue);
                break;
        }
        return default;
    }

    public async ValueTask<LedgerLine> CompleteAsync(CancellationToken cancellationToken)
    {
        var record = ReportRecord.Begin(track, ReportRecord.Row);
        RowCard.Write(row.Index.Header, _isRejected, record);
        _facts.WriteTo(record);
        await track.EndAsync(cancellationToken);
        foreach (var example in _examples.Values.SelectMany(static kind => kind))
        {
            example.WriteTo(ReportRecord.Begin(track, ReportRecord.Example));
            await track.EndAsync(cancellationToken);
        }
        if (row.Ordinal < ContactSheet.FirstRows || _facts.Errors > 0) await WritePictureAsync(cancellationToken);
        return _ledger.ToLine();
    }

    public ValueTask DisposeAsync() => default;

    private async ValueTask WritePictureAsync(CancellationToken cancellationToken)
    {
        if (_firstFrame.Draw() is not var (picture, place)) return;
        Thumbnail.Write(picture, place, ReportRecord.Begin(track, ReportRecord.Picture));
        await track.EndAsync(cancellationToken);
    }

    private void Add(Issue issue)
    {
        _facts.Add(issue);
        _isRejected |= Rejects(issue);
        if (!_examples.TryGetValue(issue.Code.Id, out var kind)) _examples.Add(issue.Code.Id, kind = []);
        if (kind.Count < ExamplesOfAKind) kind.Add(IssueExample.Of(issue, row.Ordinal));
    }

    // These three alone make a row unreadable, and one that is read never has them.
    private static bool Rejects(Issue issue) =>
        issue.Code == IssueCatalogue.MalformedJson || issue.Code == IssueCatalogue.NotALabelRow || issue.Code == IssueCatalogue.NoDataUnits;
}
