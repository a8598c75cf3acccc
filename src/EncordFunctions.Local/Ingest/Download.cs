using Azure.Storage;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Ingest;

/// <summary>Brings what the pipeline wrote for an export to a folder: the derivatives as they lie in the container, and the tables.</summary>
public sealed class Download(PipelineStorage storage)
{
    private const int AtOnce = 8;
    private const int PieceBytes = 1024 * 1024;

    // Files come side by side, so each of them, which may be larger than memory, comes in small pieces one by one.
    private static readonly BlobDownloadToOptions Transfer = new()
    {
        TransferOptions = new StorageTransferOptions { MaximumConcurrency = 1, InitialTransferSize = PieceBytes, MaximumTransferSize = PieceBytes },
    };

    /// <summary>Writes <c>{folder}/{export}</c>.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> ToAsync(ExportId export, string folder, CancellationToken cancellationToken)
    {
        var target = Path.Combine(folder, export.Value);
        foreach (var own in (string[])["rows", "tables", "yolo"])
        {
            // What was written anew may have fewer files than before.
            var former = Path.Combine(target, own);
            if (Directory.Exists(former)) Directory.Delete(former, recursive: true);
        }

        Directory.CreateDirectory(target);
        await Parallel.ForEachAsync(
            FilesAsync(export, target, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (file, ending) =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
                await storage.Derivatives.GetBlobClient(file.Blob).DownloadToAsync(file.Path, Transfer, ending);
            });
        await new TableDump(storage).WriteAsync(export, Path.Combine(target, "tables"), cancellationToken);
        return target;
    }

    private async IAsyncEnumerable<(string Blob, string Path)> FilesAsync(
        ExportId export, string target, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prefix = $"{export}/";
        var paths = new LocalPaths(target, ignoreCase: !OperatingSystem.IsLinux());
        await foreach (var blob in storage.Derivatives.GetBlobsAsync(
            BlobTraits.None, BlobStates.None, prefix, cancellationToken))
        {
            yield return (blob.Name, paths.Of(blob.Name[prefix.Length..]));
        }
    }
}
