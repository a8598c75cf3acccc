using System.Threading.Channels;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Inspect;

/// <summary>
/// The reading of a label row beside others. Its issues wait to be taken in the order of the rows; where many wait, the reading waits too,
/// so that any number of them needs no room.
/// </summary>
internal sealed class RowInspection
{
    private const int MostWaiting = 256;

    private readonly Channel<Issue> _issues = Channel.CreateBounded<Issue>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
    private readonly LabelRowReader _reader;
    private readonly Func<Stream> _open;
    private readonly Task<InspectedRow> _reading;
    private bool _isClean = true;

    /// <summary>Begins to read a row.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="ontology">The ontology of the export.</param>
    /// <param name="open">Opens its bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public RowInspection(RowPlace place, Ontology? ontology, Func<Stream> open, CancellationToken cancellationToken)
    {
        Place = place;
        _reader = new LabelRowReader(place, ontology);
        _open = open;
        _reading = Task.Run(() => RunAsync(cancellationToken), CancellationToken.None);
    }

    /// <summary>Where the row stands.</summary>
    public RowPlace Place { get; }

    /// <summary>Its issues. They must be taken for the reading to end.</summary>
    public IAsyncEnumerable<Issue> TakeIssuesAsync(CancellationToken cancellationToken) => _issues.Reader.ReadAllAsync(cancellationToken);

    /// <summary>What the row came to, once its issues were taken.</summary>
    public Task<InspectedRow> EndAsync() => _reading;

    private async Task<InspectedRow> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(cancellationToken);
        }
        finally
        {
            _issues.Writer.Complete();
        }
    }

    private async Task<InspectedRow> ReadAsync(CancellationToken cancellationToken)
    {
        RowIndexing indexing;
        await using (var content = _open()) indexing = await _reader.IndexAsync(content, cancellationToken);
        if (indexing is RowIndexing.Unreadable unreadable)
        {
            foreach (var issue in unreadable.Issues) await PutAsync(issue, cancellationToken);
            return new InspectedRow(unreadable.Header, [], Verdict.Rejected);
        }

        var index = ((RowIndexing.Readable)indexing).Index;
        var (annotations, classifications, masks) = (0L, 0L, 0L);
        await using var again = _open();
        await foreach (var rowEvent in _reader.ReadAsync(again, index, cancellationToken))
        {
            switch (rowEvent)
            {
                case RowEvent.AnnotationRead { Annotation: var annotation }:
                    annotations++;
                    if (annotation.Shape is Bitmask) masks++;
                    break;
                case RowEvent.FrameRead:
                    break;
                case RowEvent.ClassificationRead:
                    classifications++;
                    break;
                case RowEvent.AnnotationSkipped { Issue: var issue }:
                    await PutAsync(issue, cancellationToken);
                    break;
                case RowEvent.ClassificationSkipped { Issue: var issue }:
                    await PutAsync(issue, cancellationToken);
                    break;
                case RowEvent.IssueFound { Issue: var issue }:
                    await PutAsync(issue, cancellationToken);
                    break;
                default:
                    throw new NotSupportedException($"A row event {rowEvent.GetType().Name} that nothing counts.");
            }
        }
        GroupChild[] children = [.. index.Units.SelectMany(static unit => unit.Children)];
        return new InspectedRow(index.Header, children, _isClean ? Verdict.Done : Verdict.DoneWithIssues, annotations, classifications, masks);
    }

    private ValueTask PutAsync(Issue issue, CancellationToken cancellationToken)
    {
        _isClean &= issue.Code.Severity == Severity.Info;
        return _issues.Writer.WriteAsync(issue, cancellationToken);
    }
}
