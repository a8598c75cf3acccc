using System.Runtime.CompilerServices;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads one label row, twice: sizes and answers may stand after the frames that need them, and a row may be larger than memory.</summary>
public sealed class LabelRowReader
{
    private readonly RowPlace _place;

    /// <summary>Reads the row at <paramref name="place"/>.</summary>
    public LabelRowReader(RowPlace place) => _place = place;

    /// <summary>The first reading: validates the JSON from end to end and keeps what the frames need.</summary>
    /// <param name="row">The bytes of the row alone, from its first brace to its last.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public ValueTask<RowIndexing> IndexAsync(Stream row, CancellationToken cancellationToken) => throw new NotImplementedException(_place.Entry);

    /// <summary>The second reading: the annotations in file order, then the classifications.</summary>
    /// <param name="row">The same bytes again.</param>
    /// <param name="index">What the first reading kept.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<RowEvent> ReadAsync(Stream row, RowIndex index, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (_place is null) yield return null!;
        yield break;
    }
}
