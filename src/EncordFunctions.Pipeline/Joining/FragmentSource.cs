using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using EncordFunctions.Pipeline.Rows;
using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Joining;

/// <summary>
/// The fragments of an export's rows, in order of their ordinals. Small ones come with the verdicts, larger ones are fetched ahead, several at
/// once; a very large one is read as it comes. Memory does not depend on how many there are, nor on how large.
/// </summary>
internal sealed class FragmentSource(BlobContainerClient staging, VerdictsTable verdicts, ExportId export)
{
    private const int Ahead = 12;
    private const int MostHeld = 1024 * 1024;

    /// <exception cref="FragmentMissingException">One of them is gone.</exception>
    public async IAsyncEnumerable<(int Ordinal, Stream Content)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var fetching = new Queue<(VerdictRow Row, Task<Stream?> Held)>();
        try
        {
            await foreach (var row in verdicts.ReadFragmentsAsync(export, cancellationToken))
            {
                if (row.FragmentBytes == 0) continue;
                if (fetching.Count == Ahead) yield return await NextAsync(fetching, cancellationToken);
                fetching.Enqueue((row, HeldAsync(row, cancellationToken)));
            }
            while (fetching.Count > 0) yield return await NextAsync(fetching, cancellationToken);
        }
        finally
        {
            foreach (var (_, held) in fetching) await held.ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    private async Task<(int Ordinal, Stream Content)> NextAsync(Queue<(VerdictRow Row, Task<Stream?> Held)> fetching, CancellationToken cancellationToken)
    {
        var (row, held) = fetching.Dequeue();
        return (row.Ordinal, await held ?? await OpenAsync(row.Ordinal, cancellationToken));
    }

    private async Task<Stream?> HeldAsync(VerdictRow row, CancellationToken cancellationToken)
    {
        if (row.Fragment is { } packed) return FragmentColumn.Unpack(packed);
        if (row.FragmentBytes > MostHeld) return null;
        await using var content = await OpenAsync(row.Ordinal, cancellationToken);
        var bytes = new byte[row.FragmentBytes];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return new MemoryStream(bytes, writable: false);
    }

    private async Task<Stream> OpenAsync(int ordinal, CancellationToken cancellationToken)
    {
        try
        {
            var blob = staging.GetBlobClient(RowFragment.NameOf(export, ordinal));
            return (await blob.DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            throw new FragmentMissingException(
                $"What row {ordinal} left in staging is gone, so the export's derivatives can't be joined anew; upload the export again.", exception);
        }
    }
}
