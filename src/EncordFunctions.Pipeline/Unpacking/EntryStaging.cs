using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>
/// Copies an entry to the staging container while it scans where each label row begins and ends, in constant memory. Where the rows are
/// many they go to an index beside it, one record a row: offset and length, each eight bytes, little-endian. A few are held.
/// </summary>
internal sealed class EntryStaging(BlobContainerClient staging, ExportId export)
{
    private const int RecordBytes = 16;
    private const int RecordsAtOnce = 4_096;
    private const int BlocksAtOnce = 4;
    private const int MostHeld = 256;
    private const int ScanBytes = 64 * 1024;

    /// <summary>Reads an entry to its end.</summary>
    /// <param name="index">Its place in the archive.</param>
    /// <param name="name">Its name, for display.</param>
    /// <param name="firstOrdinal">Ordinal of its first label row.</param>
    /// <param name="content">Its inflated bytes. Where they are a zip's, the stream's verdict decides whether they count.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<StagedEntry> ReadAsync(int index, string name, int firstOrdinal, Stream content, CancellationToken cancellationToken)
    {
        var bytes = new BlobFile(staging.GetBlockBlobClient(ContentName(index)), "application/json", BlocksAtOnce);
        var spans = new BlobFile(staging.GetBlockBlobClient(SpansName(index)), "application/octet-stream");
        try
        {
            var scan = new EntryScan();
            var found = new List<RowSpan>();
            List<RowSpan>? few = [];
            while (true)
            {
                var room = bytes.GetMemory();
                var read = await content.ReadAsync(room, cancellationToken);
                if (read == 0) break;
                scan.Push(room.Span[..read], found);
                bytes.Advance(read);
                await bytes.FlushAsync(cancellationToken);
                few = Take(few, spans, found);
                await spans.FlushAsync(cancellationToken);
            }
            var issue = scan.Complete(found, name);
            few = Take(few, spans, found);

            if (content is ZipEntryStream { Verdict: EntryVerdict.Faulty { Issue: var fault } })
            {
                var faulty = new EntryRow(index, name, EntryState.Faulty, firstOrdinal, 0, false, bytes.Length, fault.Message);
                return new StagedEntry(faulty, fault, bytes, spans, few);
            }
            var rows = (int)Math.Min(scan.Rows, int.MaxValue);
            return new StagedEntry(new EntryRow(index, name, EntryState.Staged, firstOrdinal, rows, scan.IsList, bytes.Length), issue, bytes, spans, few);
        }
        catch
        {
            await bytes.DisposeAsync();
            await spans.DisposeAsync();
            throw;
        }
    }

    /// <summary>The label rows of a staged entry whose rows are many, in order.</summary>
    public async IAsyncEnumerable<RowSpan> SpansAsync(EntryRow entry, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (entry.Rows == 0) yield break;
        var download = await staging.GetBlobClient(SpansName(entry.Index)).DownloadStreamingAsync(cancellationToken: cancellationToken);
        await using var content = download.Value.Content;
        await foreach (var span in ReadIndexAsync(entry, content, cancellationToken)) yield return span;
    }

    /// <summary>The same of any entry that was staged: where there is no index the bytes are scanned once more. None where they are gone.</summary>
    public async IAsyncEnumerable<RowSpan> FindSpansAsync(EntryRow entry, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var index = await FindAsync(SpansName(entry.Index), cancellationToken);
        if (index is not null)
        {
            await foreach (var span in ReadIndexAsync(entry, index, cancellationToken)) yield return span;
            yield break;
        }
        await using var content = await FindAsync(ContentName(entry.Index), cancellationToken);
        if (content is null) yield break;
        var scan = new EntryScan();
        var found = new List<RowSpan>();
        var buffer = new byte[ScanBytes];
        for (var read = -1; read != 0;)
        {
            read = await content.ReadAsync(buffer, cancellationToken);
            if (read > 0) scan.Push(buffer.AsSpan(0, read), found);
            else scan.Complete(found, entry.Name);
            foreach (var span in found) yield return span;
            found.Clear();
        }
    }

    private async Task<Stream?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await staging.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    private static async IAsyncEnumerable<RowSpan> ReadIndexAsync(
        EntryRow entry, Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(RecordsAtOnce * RecordBytes);
        try
        {
            for (var left = entry.Rows; left > 0;)
            {
                var count = Math.Min(left, RecordsAtOnce);
                await content.ReadExactlyAsync(buffer.AsMemory(0, count * RecordBytes), cancellationToken);
                for (var i = 0; i < count; i++) yield return Read(buffer.AsSpan(i * RecordBytes));
                left -= count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static List<RowSpan>? Take(List<RowSpan>? few, BlobFile spans, List<RowSpan> found)
    {
        if (few?.Count + found.Count <= MostHeld) few!.AddRange(found);
        else few = null;
        foreach (var (offset, length) in found)
        {
            var record = spans.GetSpan(RecordBytes);
            BinaryPrimitives.WriteInt64LittleEndian(record, offset);
            BinaryPrimitives.WriteInt64LittleEndian(record[sizeof(long)..], length);
            spans.Advance(RecordBytes);
        }
        found.Clear();
        return few;
    }

    private static RowSpan Read(ReadOnlySpan<byte> record) =>
        new(BinaryPrimitives.ReadInt64LittleEndian(record), BinaryPrimitives.ReadInt64LittleEndian(record[sizeof(long)..]));

    private string ContentName(int index) => $"{export}/{index:D5}";

    private string SpansName(int index) => $"{export}/{index:D5}.rows";
}
