using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace EncordFunctions.Pipeline.Tables;

/// <summary>
/// The exports that are not finished: the partition <c>open</c> of the Exports table, so that they are one small query. An export that is not
/// in it has ended. What holds that up:
/// <list type="bullet">
/// <item>An export is put there before its summary says that something is on its way, and taken out after the summary says that nothing is.
/// A crash in between leaves an entry too many, which the next sweep takes out, never one too few.</item>
/// <item>Who takes out reads the entry, then the summary, and deletes the entry only as it was read. Whatever was put there since has another
/// version and stays.</item>
/// <item>Who puts an ended export back (a retry) names in the entry the version of the summary that it is about to replace. While the summary
/// is still that version, nobody takes the entry out. If that version is replaced by another run, the retry sees it, looks again, and puts in
/// another entry or none. If the retry breaks off, the entry stays and names its version, and a sweep goes on with it.</item>
/// </list>
/// </summary>
internal sealed class OpenExports(TableClient table)
{
    /// <summary>Puts an export there that begins; one that is there stays as it is.</summary>
    public async Task AddAsync(ExportId export, string blob, string etag, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(new OpenExport(export, blob, etag, now, null, null, default).ToEntity(), cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            // An earlier run, or an earlier try of this very request.
        }
    }

    /// <summary>Puts an ended export back, before <paramref name="row"/> is replaced.</summary>
    public Task PutBackAsync(ExportRow row, DateTimeOffset now, CancellationToken cancellationToken) => table.UpsertEntityAsync(
        new OpenExport(row.Id, row.Blob, row.BlobETag, now, null, row.ETag.ToString(), default).ToEntity(), TableUpdateMode.Replace, cancellationToken);

    public async Task<OpenExport?> FindAsync(ExportId export, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(OpenExport.Partition, export.Value, cancellationToken: cancellationToken);
        return found.HasValue ? OpenExport.From(found.Value!) : null;
    }

    public async IAsyncEnumerable<OpenExport> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = table.QueryAsync<TableEntity>($"PartitionKey eq '{OpenExport.Partition}'", cancellationToken: cancellationToken);
        await foreach (var entity in found) yield return OpenExport.From(entity);
    }

    /// <summary>Records that a sweep takes an export up.</summary>
    /// <returns>False where the entry is not the one that was read any more.</returns>
    public async Task<bool> TryClaimAsync(OpenExport open, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await table.UpdateEntityAsync((open with { SweptAt = now }).ToEntity(), open.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Takes an export out that has ended.</summary>
    /// <param name="open">Its entry, read before <paramref name="row"/>; null where there was none.</param>
    /// <param name="row">Its summary. Where it was replaced since, still with the version that was read.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task CloseAsync(OpenExport? open, ExportRow row, CancellationToken cancellationToken)
    {
        if (open is not null && row.IsEnded && open.Reopens != row.ETag.ToString()) await RemoveAsync(open, cancellationToken);
    }

    /// <summary>Takes an entry out, if it is still the one that was read.</summary>
    public async Task RemoveAsync(OpenExport open, CancellationToken cancellationToken)
    {
        try
        {
            await table.DeleteEntityAsync(OpenExport.Partition, open.Id.Value, open.ETag, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            // Taken out by another run, or put back since.
        }
    }
}
