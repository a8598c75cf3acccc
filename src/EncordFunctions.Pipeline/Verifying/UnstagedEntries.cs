using Azure;
using EncordFunctions.Pipeline.Rehearsing;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Unpacking;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Verifying;

/// <summary>The entries of an upload whose staged bytes are gone: inflated once more, into files of the rehearsal, where the upload is still the same.</summary>
internal sealed class UnstagedEntries(PipelineStorage storage, Rehearsal rehearsal, ExportRow export)
{
    private readonly Dictionary<int, bool> _asked = [];

    /// <summary>Puts an entry's bytes where its rows are read.</summary>
    /// <returns>Whether they are there.</returns>
    public async Task<bool> TryRestoreAsync(int index, CancellationToken cancellationToken)
    {
        if (_asked.TryGetValue(index, out var isThere)) return isThere;
        try
        {
            var upload = await Upload.FindAsync(storage.Exports.GetBlobClient(export.Blob), cancellationToken);
            return _asked[index] = upload.Export == export.Id && await RestoreAsync(upload, index, cancellationToken);
        }
        catch (Exception fault) when (fault is UploadChangedException or RequestFailedException { Status: 404 })
        {
            return _asked[index] = false;
        }
    }

    private async Task<bool> RestoreAsync(Upload upload, int index, CancellationToken cancellationToken)
    {
        if (upload.IsJson)
        {
            await using var json = await upload.OpenAsync(cancellationToken);
            await CopyAsync(json, index, cancellationToken);
            return true;
        }

        if (await ZipDirectory.ReadAsync(upload, ArchiveLimits.Default, cancellationToken) is not ZipReading.Readable { Directory: var directory }) return false;
        if (directory.Entries.FirstOrDefault(entry => entry.Index == index) is not { } entry) return false;
        await using var reader = new ZipEntryReader(upload, directory);
        await using var content = await reader.OpenAsync(entry, cancellationToken);
        await CopyAsync(content, index, cancellationToken);
        return content.Verdict is not EntryVerdict.Faulty;
    }

    private async Task CopyAsync(Stream content, int index, CancellationToken cancellationToken)
    {
        var path = rehearsal.Room();
        await using var file = File.Create(path);
        await content.CopyToAsync(file, cancellationToken);
        rehearsal.Keep($"{export.Id}/{index:D5}", path);
    }
}
