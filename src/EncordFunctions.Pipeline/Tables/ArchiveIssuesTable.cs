using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Tables;

/// <summary>Issues of an export's archive and entries, in the Issues table: number 0 is the archive's, n + 1 is entry n's.</summary>
internal sealed class ArchiveIssuesTable(TableClient table)
{
    private const int Archive = 0;

    public Task PutAsync(ExportId export, Issue archiveIssue, CancellationToken cancellationToken) =>
        PutAsync(export, Archive, archiveIssue, cancellationToken);

    public Task PutAsync(ExportId export, EntryRow entry, Issue issue, CancellationToken cancellationToken) =>
        PutAsync(export, entry.Index + 1, issue, cancellationToken);

    public async IAsyncEnumerable<Issue> ReadAsync(ExportId export, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = table.QueryAsync<TableEntity>($"PartitionKey eq '{Partition(export)}'", cancellationToken: cancellationToken);
        await foreach (var entity in found) yield return IssueEntities.Read(entity);
    }

    private static string Partition(ExportId export) => $"{export}-entries";

    private async Task PutAsync(ExportId export, int number, Issue issue, CancellationToken cancellationToken)
    {
        var entity = IssueEntities.Of(Partition(export), number, issue);
        StorageLimits.Check(entity);
        await table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
    }
}
