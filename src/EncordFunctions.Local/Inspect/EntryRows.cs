using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Local.Inspect;

/// <summary>Reads the rows of an entry, a few side by side, and tells of them in their order.</summary>
internal sealed class EntryRows(InflatedEntry entry, string shownName, Ontology? ontology)
{
    private static readonly int AtOnce = Environment.ProcessorCount * 2;

    /// <param name="issueFound">Gets each issue.</param>
    /// <param name="rowRead">Gets each row, after its issues.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task ReadAsync(
        Func<Issue, CancellationToken, Task> issueFound, Func<RowPlace, InspectedRow, CancellationToken, Task> rowRead, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<RowInspection>();
        try
        {
            var element = 0L;
            await foreach (var span in entry.SpansAsync(cancellationToken))
            {
                if (running.Count == AtOnce) await TakeFirstAsync();
                var place = RowPlaces.Of(shownName, entry.IsList ? element++ : -1, span.Offset);
                running.Enqueue(new RowInspection(place, ontology, () => entry.Open(span), ending.Token));
            }
            while (running.Count > 0) await TakeFirstAsync();
        }
        finally
        {
            // Whatever ended this, the file must not be closed under those that read it.
            await ending.CancelAsync();
            await ((Task)Task.WhenAll(running.Select(static row => row.EndAsync()))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task TakeFirstAsync()
        {
            var row = running.Peek();
            await foreach (var issue in row.TakeIssuesAsync(cancellationToken)) await issueFound(issue, cancellationToken);
            await rowRead(row.Place, await row.EndAsync(), cancellationToken);
            running.Dequeue();
        }
    }
}
