using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>An entry that was read to its end and is on its way to the staging container.</summary>
/// <param name="Row">What the Exports table is to say of it.</param>
/// <param name="Issue">What is wrong with it, if anything is.</param>
/// <param name="Content">Its inflated bytes, not committed yet.</param>
/// <param name="Spans">Its index of label rows, not committed yet.</param>
internal sealed record StagedEntry(EntryRow Row, Issue? Issue, BlobFile Content, BlobFile Spans) : IAsyncDisposable
{
    /// <summary>Makes content and index appear, unless the entry is at fault.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (Row.State == EntryState.Faulty) return;
        await Task.WhenAll(Content.CommitAsync(cancellationToken).AsTask(), Spans.CommitAsync(cancellationToken).AsTask());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        await Spans.DisposeAsync();
    }
}
