using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Formats;
using EncordFunctions.Formats.Manifests;
using EncordFunctions.Pipeline.Joining;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Finishing;

/// <summary>
/// The derivatives of an export, by path, without reading them: the listing of the container beside the verdicts, which come in the same
/// order. What a failed row left behind is not among them; a file that a row wrote and that is gone is a fault.
/// </summary>
internal sealed class DerivativeListing(BlobContainerClient container, VerdictsTable verdicts, ExportId export, JoinedFiles joined)
{
    private const string RowsFolder = "rows/";
    private const int OrdinalDigits = 8;

    // The client makes a tree of a page; of the 5,000 the service gives it is as large as all else that a finish holds.
    private const int FilesAtOnce = 1_000;

    /// <summary>The first thing that is not as it should be, in one line; known when all was read.</summary>
    public string? Fault { get; private set; }

    public async IAsyncEnumerable<ManifestFile> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = verdicts.ReadCountsAsync(export, cancellationToken).GetAsyncEnumerator(cancellationToken);
        VerdictRow? row = null;
        var (seen, seenJoined) = (0L, 0L);
        var options = new GetBlobsOptions { Prefix = $"{export}/", Traits = BlobTraits.Metadata };
        var pages = container.GetBlobsAsync(options, cancellationToken).AsPages(pageSizeHint: FilesAtOnce);
        await foreach (var blob in pages.SelectMany(static page => page.Values))
        {
            var path = blob.Name[options.Prefix.Length..];
            if (path == ManifestWriter.Path) continue;
            if (OrdinalOf(path) is { } ordinal)
            {
                while (row is null || row.Ordinal < ordinal)
                {
                    Check(row, seen);
                    seen = 0;
                    row = await rows.MoveNextAsync() ? rows.Current : null;
                    if (row is null) break;
                }
                if (row?.Ordinal != ordinal || row.Verdict == Verdict.Failed) continue;
                seen++;
            }
            else if (path != IssuesJsonl.FileName)
            {
                seenJoined++;
            }
            if (!blob.Metadata.TryGetValue(BlobFile.HashKey, out var hash)) Fault ??= $"{path} was not written by the pipeline: it has no SHA-256.";
            else yield return new ManifestFile(path, blob.Properties.ContentLength ?? 0, hash);
        }
        Check(row, seen);
        while (await rows.MoveNextAsync()) Check(rows.Current, 0);
        if (seenJoined < joined.Count) Fault ??= $"The export wrote {joined.Count} files of its own, but {seenJoined} are there.";
    }

    private void Check(VerdictRow? row, long seen)
    {
        if (row is not null && row.Verdict != Verdict.Failed && seen != row.Files)
            Fault ??= $"Row {row.Ordinal} wrote {row.Files} files, but {seen} are there.";
    }

    private static int? OrdinalOf(string path)
    {
        if (!path.StartsWith(RowsFolder, StringComparison.Ordinal) || path.Length <= RowsFolder.Length + OrdinalDigits) return null;
        return int.TryParse(path.AsSpan(RowsFolder.Length, OrdinalDigits), out var ordinal) ? ordinal : null;
    }
}
