using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using EncordFunctions.Formats;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>
/// What a row contributes to the derivatives of its export. A small one goes into the row's verdict, which is written and read anyway; a
/// large one is a blob of the staging container.
/// </summary>
internal sealed class RowFragment : IAsyncDisposable
{
    private readonly BlobFile _blob;
    private readonly FragmentFile _file;
    private readonly IRowWriter[] _writers;

    public RowFragment(BlobContainerClient staging, RowMessage row, RowContext context, IReadOnlyList<IExportFormat> formats)
    {
        _blob = new BlobFile(staging.GetBlockBlobClient(NameOf(row.ExportId, row.Ordinal)), "application/octet-stream");
        _file = new FragmentFile(_blob);
        _writers = [.. formats.Select(format => format.OpenRow(context, _file.Track(format.Track)))];
    }

    /// <summary>How many bytes were written; none is written for nothing.</summary>
    public long Bytes => _file.Length;

    /// <summary>The fragment itself, packed, to be kept with the verdict; null where it is empty, or a blob. Known when it is complete.</summary>
    public byte[]? Packed { get; private set; }

    /// <summary>Who takes what differs from an earlier export; null where nobody asked.</summary>
    public IChangeWriter? Changes => _writers.OfType<IChangeWriter>().FirstOrDefault();

    /// <summary>Name of the blob.</summary>
    public static string NameOf(ExportId export, int ordinal) => $"{export}/fragments/{ordinal:D8}";

    public async ValueTask WriteAsync(RowEvent rowEvent, CancellationToken cancellationToken)
    {
        foreach (var writer in _writers) await writer.WriteAsync(rowEvent, cancellationToken);
    }

    /// <summary>Ends the fragment, and commits its blob where it is one.</summary>
    /// <returns>The ledger line of each format.</returns>
    public async Task<LedgerLine[]> CompleteAsync(CancellationToken cancellationToken)
    {
        var lines = new LedgerLine[_writers.Length];
        // One after the other: they share the file.
        for (var i = 0; i < lines.Length; i++) lines[i] = await _writers[i].CompleteAsync(cancellationToken);
        if (Bytes > 0 && _blob.Whole is { } whole) Packed = FragmentColumn.Pack(whole.Span);
        if (Bytes > 0 && Packed is null) await _blob.CommitAsync(cancellationToken);
        return lines;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var writer in _writers) await writer.DisposeAsync();
        await _blob.DisposeAsync();
    }
}
