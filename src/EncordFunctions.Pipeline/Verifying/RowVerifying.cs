using Azure.Data.Tables;
using EncordFunctions.Formats.Privacy;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Rehearsing;
using EncordFunctions.Pipeline.Rows;
using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Verifying;

/// <summary>Processes a row anew, by the code that processed it, and compares all it writes with what stands.</summary>
internal sealed class RowVerifying(
    PipelineStorage storage, PrivacyPolicy privacy, Rehearsal rehearsal, UnstagedEntries unstaged, Findings findings)
{
    private readonly PipelineStorage _rehearsed = storage.Rehearsed(rehearsal);
    private readonly RowWriting _writing = Writing(storage.Rehearsed(rehearsal), privacy);
    private readonly EntityVerifying _entities = new(findings);
    private readonly FileVerifying _files = new(storage.Derivatives, findings);
    private readonly HashSet<int> _restored = [];

    public async Task VerifyAsync(TableEntity verdict, ExportId export, CancellationToken cancellationToken)
    {
        var row = new VerdictRow(verdict).Pointer(export);
        if (await FetchAsync(row, cancellationToken) is not { } bytes)
        {
            findings.Add($"{StorageNames.Staging}/{row.Export}/{row.Entry:D5}", $"bytes of row {row.Ordinal}", Difference.Nothing, "those the row was read from");
            await _files.FolderAsync(RowKeys.Folder(row), static _ => true, should: null, cancellationToken);
            return;
        }

        TableEntity anew;
        using (bytes) anew = await _writing.WriteAsync(row, bytes, cancellationToken);
        findings.RowDone();
        var isEqual = _entities.Compare(StorageNames.LabelRowsTable, verdict, anew);
        var differing = await _files.FolderAsync(RowKeys.Folder(row), static _ => true, rehearsal.Files, cancellationToken);
        if (!rehearsal.IsFull)
        {
            if (!isEqual) rehearsal.Verdicts[(anew.PartitionKey, anew.RowKey)] = anew;
            foreach (var (name, item) in differing) rehearsal.RowFiles[name] = item;
        }
        await _entities.PartitionAsync(storage.ObjectsTable, RowKeys.Partition(row), Written(StorageNames.ObjectsTable), cancellationToken);
        await _entities.PartitionAsync(storage.IssuesTable, RowKeys.Partition(row), Written(StorageNames.IssuesTable), cancellationToken);
        await CompareLabelsAsync(row, cancellationToken);
        await CompareFragmentAsync(row, cancellationToken);
        rehearsal.Clear();
    }

    private static RowWriting Writing(PipelineStorage rehearsed, PrivacyPolicy privacy) => new(rehearsed, new VerdictsTable(rehearsed.LabelRowsTable), privacy);

    private async Task<StagedRow?> FetchAsync(RowMessage row, CancellationToken cancellationToken)
    {
        try
        {
            return await StagedRow.FetchAsync(_rehearsed.Staging, row, cancellationToken);
        }
        catch (StagedRowMissingException)
        {
            if (!await unstaged.TryRestoreAsync(row.Entry, cancellationToken)) return null;
        }
        if (_restored.Add(row.Entry)) findings.Note($"The staged bytes of entry {row.Entry} are gone; its rows were read from the upload.");
        return await StagedRow.FetchAsync(_rehearsed.Staging, row, cancellationToken);
    }

    private Dictionary<string, TableEntity> Written(string table) => rehearsal.Entities
        .Where(pair => pair.Key.Table == table).ToDictionary(static pair => pair.Key.Row, static pair => pair.Value.Entity);

    // The newest state is this row's to tell only where no newer one stands.
    private async Task CompareLabelsAsync(RowMessage row, CancellationToken cancellationToken)
    {
        foreach (var ((table, partition, key), (entity, isRefused)) in rehearsal.Entities)
        {
            if (table != StorageNames.LabelsTable) continue;
            var found = await storage.LabelsTable.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
            var stands = found.HasValue ? found.Value : null;
            var isOwn = stands?.GetString("Export") == row.Export && stands.GetInt32("Ordinal") == row.Ordinal;
            if (isOwn || !isRefused) _entities.Compare(table, stands, entity, except: NewestLabels.Before);
        }
    }

    private async Task CompareFragmentAsync(RowMessage row, CancellationToken cancellationToken)
    {
        var name = RowFragment.NameOf(row.ExportId, row.Ordinal);
        if (rehearsal.Find(name) is null) return;
        var should = (await FileVerifying.HashAsync(_rehearsed.Staging.GetBlobClient(name), cancellationToken))!.Value;
        // Where it is gone the export is joined from the one that was just written.
        if (await FileVerifying.HashAsync(storage.Staging.GetBlobClient(name), cancellationToken) is not { } stands) return;
        if (stands.Sha256 == should.Sha256) rehearsal.Drop(name);
        else findings.Add($"{StorageNames.Staging}/{name}", "content", $"SHA-256 {stands.Sha256}", $"SHA-256 {should.Sha256}");
    }
}
