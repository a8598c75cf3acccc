using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>An entry that was read to its end and is on its way to the staging container.</summary>
/// <param name="Row">What the Exports table is to say of it.</param>
/// <param name="Issue">What is wrong with it, if anything is.</param>
/// <param name="Content">Its inflated bytes, not committed yet.</param>
/// <param name="Index">Its index of label rows, not committed yet.</param>
/// <param name="Few">Its label rows, where they are few; null where only the index has them all.</param>
internal sealed record StagedEntry(EntryRow Row, Issue? Issue, BlobFile Content, BlobFile Index, IReadOnlyList<RowSpan>? Few) : IAsyncDisposable
{
    /// <summary>Makes the content appear, and the index where it is needed.</summary>
    public Task CommitAsync(CancellationToken cancellationToken) => Few is not null
        ? Content.CommitAsync(cancellationToken).AsTask()
        : Task.WhenAll(Content.CommitAsync(cancellationToken).AsTask(), Index.CommitAsync(cancellationToken).AsTask());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        await Index.DisposeAsync();
    }
}
