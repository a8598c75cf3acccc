using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Previews;
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
    private Picture? _picture;
    private Timeline? _timeline;
    private DataUnit? _unit;
    private Frame? _frame;
    private bool _isRejected;

    public ValueTask WriteAsync(RowEvent rowEvent, CancellationToken cancellationToken)
    {
        switch (rowEvent)
        {
            case RowEvent.AnnotationRead { Annotation: var annotation }:
                _ledger.Take();
                _facts.Add(annotation);
                Draw(annotation);
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
        var place = _frame is null ? _timeline?.Extent : $"frame {_frame.Number}";
        if (_picture is null && _timeline is not null) _timeline.DrawOn(_picture = Thumbnail.Begin(_timeline.Size, null));
        if (_picture is null or { Drawn: 0 }) return;
        Thumbnail.Write(_picture, place!, ReportRecord.Begin(track, ReportRecord.Picture));
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

    private void Draw(Annotation annotation)
    {
        if (annotation.Frame is not { } frame)
        {
            (_timeline ??= Thumbnail.BeginTimeline(annotation.Unit)).Add(annotation);
            return;
        }
        if (Drawable.WhyNot(annotation, frame.Size) is not null) return;
        _picture ??= Thumbnail.Begin(frame.Size, row.Ontology);
        _frame ??= frame;
        _unit ??= annotation.Unit;
        if (ReferenceEquals(annotation.Unit, _unit) && frame.Number == _frame.Number && frame.Stream == _frame.Stream) _picture.Add(annotation);
    }
}
