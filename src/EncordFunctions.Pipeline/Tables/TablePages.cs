using Azure.Data.Tables;

namespace EncordFunctions.Pipeline.Tables;

/// <summary>Reads a table page by page, for readers that come back for the next one.</summary>
internal static class TablePages
{
    // A filter on what is no key may find nothing in many pages on end. Somebody waits for the answer, so a search that goes on for long ends
    // with what there is, and where it can go on.
    private const int MostReads = 10;

    /// <param name="table">The table.</param>
    /// <param name="filter">Which entities.</param>
    /// <param name="size">How many of them at most.</param>
    /// <param name="from">Where the page begins: what the page before ended with; null for the first one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Azure.RequestFailedException">The storage refused.</exception>
    public static async Task<Page<TableEntity>> ReadPageAsync(
        this TableClient table, string filter, int size, string? from, CancellationToken cancellationToken)
    {
        var pages = table.QueryAsync<TableEntity>(filter, maxPerPage: size, cancellationToken: cancellationToken).AsPages(from);
        var reads = 0;
        var page = new Page<TableEntity>([], null);
        await foreach (var read in pages.WithCancellation(cancellationToken))
        {
            page = new Page<TableEntity>(read.Values, read.ContinuationToken);
            if (page.Items.Count > 0 || ++reads == MostReads) break;
        }
        return page;
    }
}
