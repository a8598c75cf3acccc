using System.Runtime.CompilerServices;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads one label row, twice: sizes and answers may stand after the frames that need them, and a row may be larger than memory.</summary>
/// <remarks>
/// What is wrong with the content is an issue, never an exception. Memory holds one annotation at a time (of at most 64 MiB of JSON),
/// the answers, one entry per classification, at most a hundred thousand object instances, and of a continuous scene at most a million events.
/// </remarks>
public sealed class LabelRowReader
{
    private readonly RowPlace _place;
    private readonly Ontology? _ontology;
    private readonly Utf8Strings _strings = new();

    /// <summary>Reads the row at <paramref name="place"/>.</summary>
    /// <param name="place">Where the row stands.</param>
    /// <param name="ontology">
    /// What the row was labelled by, where it is known: it tells radios from checklists and which attributes are nested, names what the row does
    /// not name, and whatever differs from it is an issue.
    /// </param>
    public LabelRowReader(RowPlace place, Ontology? ontology = null) => (_place, _ontology) = (place, ontology);

    /// <summary>The first reading: validates the JSON from end to end and keeps what the frames need.</summary>
    /// <param name="row">The bytes of the row alone, from its first brace to its last.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<RowIndexing> IndexAsync(Stream row, CancellationToken cancellationToken)
    {
        using var source = new JsonSource(row, new JsonValidator());
        return await new RowIndexer(_place, source, _strings, _ontology).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The second reading: the annotations in file order, then the classifications, last what was counted over the whole row.</summary>
    /// <param name="row">The same bytes again.</param>
    /// <param name="index">What the first reading kept.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">The bytes are not those that were indexed.</exception>
    public async IAsyncEnumerable<RowEvent> ReadAsync(Stream row, RowIndex index, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var source = new JsonSource(row, validator: null);
        var reader = new RowEventReader(_place, source, index, _strings, _ontology);
        var events = new List<RowEvent>();
        reader.Begin(events);
        do
        {
            foreach (var next in events) yield return next;
            events.Clear();
        }
        while (await reader.NextAsync(events, cancellationToken).ConfigureAwait(false));
        reader.End(events);
        foreach (var last in events) yield return last;
    }
}
