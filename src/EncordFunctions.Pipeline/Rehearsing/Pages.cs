using Azure;

namespace EncordFunctions.Pipeline.Rehearsing;

/// <summary>Items one by one, as the clients give them.</summary>
internal sealed class Pages<T>(IAsyncEnumerable<T> items) : AsyncPageable<T>
    where T : notnull
{
    private const int ItemsOfAPage = 20;

    /// <inheritdoc/>
    public override async IAsyncEnumerable<Azure.Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        await foreach (var page in items.Chunk(ItemsOfAPage)) yield return Azure.Page<T>.FromValues(page, null, null!);
    }
}
