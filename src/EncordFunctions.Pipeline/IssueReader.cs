using System.Globalization;
using Azure.Data.Tables;
using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline;

/// <summary>
/// Reads the issues of an export from the tables: the first 1,000 of each row, in the order of the rows, then those of the archive.
/// </summary>
/// <param name="storage">Where the tables are.</param>
public sealed class IssueReader(PipelineStorage storage)
{
    private const int OrdinalDigits = 8;

    /// <summary>One page of an export's issues. An export that is not known has none.</summary>
    /// <param name="export">The export.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="from">What the page before says is next; null for the first page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Azure.RequestFailedException">The storage refused.</exception>
    public async Task<Page<ExportIssue>> ReadPageAsync(
        ExportId export, IssueFilter filter, int size, string? from, CancellationToken cancellationToken)
    {
        // '.' is the character after '-': the range holds the partitions of the export's rows and of its archive.
        var wanted = $"PartitionKey ge '{export}-' and PartitionKey lt '{export}.'";
        if (filter.Code is { } code) wanted += TableClient.CreateQueryFilter($" and Code eq {code}");
        if (filter.Severity is { } severity) wanted += $" and Severity eq '{severity}'";
        var page = await storage.IssuesTable.ReadPageAsync(wanted, size, from, cancellationToken);
        return new Page<ExportIssue>([.. page.Items.SelectMany(entity => Read(entity, export))], page.Next);
    }

    // Where an upload is named like this export's id, the partitions of its export are in the range too.
    private static IEnumerable<ExportIssue> Read(TableEntity entity, ExportId export)
    {
        var part = entity.PartitionKey.AsSpan(export.Value.Length + 1);
        if (part.Length == OrdinalDigits && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            return [new ExportIssue(row, IssueEntities.Read(entity))];
        return part is ArchiveIssuesTable.Entries or ArchiveIssuesTable.Together ? [new ExportIssue(null, IssueEntities.Read(entity))] : [];
    }
}
