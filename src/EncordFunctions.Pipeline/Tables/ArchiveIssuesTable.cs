using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Tables;

/// <summary>
/// Issues of an export's archive, entries and ontology, in the Issues table: number 0 is the archive's, n + 1 is entry n's, those from
/// <see cref="Ontology"/> on are the ontology's.
/// </summary>
internal sealed class ArchiveIssuesTable(TableClient table)
{
    /// <summary>What ends the partition of what was found in the archive, its entries and the ontology.</summary>
    public const string Entries = "entries";

    /// <summary>What ends the partition of what was found when the rows were looked at together.</summary>
    public const string Together = "together";

    private const int Archive = 0;

    // An archive has fewer entries.
    private const int Ontology = 200_000;
    private const int MostOfOntology = 1_000;

    public Task PutAsync(ExportId export, Issue archiveIssue, CancellationToken cancellationToken) =>
        PutAsync(export, Archive, archiveIssue, cancellationToken);

    public Task PutAsync(ExportId export, EntryRow entry, Issue issue, CancellationToken cancellationToken) =>
        PutAsync(export, entry.Index + 1, issue, cancellationToken);

    public Task PutOfOntologyAsync(ExportId export, IEnumerable<Issue> issues, CancellationToken cancellationToken) => EntityBatches.WriteAsync(
        table, issues.Take(MostOfOntology).Select((issue, number) => IssueEntities.Of(Partition(export), Ontology + number, issue)), cancellationToken);

    /// <summary>Puts what was found when the rows were looked at together, in place of what an earlier finish found.</summary>
    public async Task ReplaceOfRowsAsync(ExportId export, IReadOnlyList<Issue> issues, CancellationToken cancellationToken)
    {
        var partition = $"{export}-{Together}";
        await EntityBatches.WriteAsync(table, issues.Select((issue, number) => IssueEntities.Of(partition, number, issue)), cancellationToken);
        var former = $"PartitionKey eq '{partition}' and RowKey ge '{IssueEntities.Key(issues.Count)}'";
        await foreach (var entity in table.QueryAsync<TableEntity>(former, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
            await table.DeleteEntityAsync(entity.PartitionKey, entity.RowKey, cancellationToken: cancellationToken);
    }

    public async IAsyncEnumerable<Issue> ReadAsync(ExportId export, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = table.QueryAsync<TableEntity>($"PartitionKey eq '{Partition(export)}'", cancellationToken: cancellationToken);
        await foreach (var entity in found) yield return IssueEntities.Read(entity);
    }

    private static string Partition(ExportId export) => $"{export}-{Entries}";

    private async Task PutAsync(ExportId export, int number, Issue issue, CancellationToken cancellationToken)
    {
        var entity = IssueEntities.Of(Partition(export), number, issue);
        StorageLimits.Check(entity);
        await table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
    }
}
