using Azure.Data.Tables;
using EncordFunctions.Local.Output;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Ingest;

/// <summary>Reads the few issues of an export that its summary shows, errors first.</summary>
public static class FirstIssues
{
    private const int Most = 5;

    /// <summary>The first errors and, where there are few, the first warnings.</summary>
    public static async Task<IReadOnlyList<FoundIssue>> ReadAsync(PipelineStorage storage, ExportSummary export, CancellationToken cancellationToken)
    {
        var found = new List<FoundIssue>();
        if (export.Errors > 0) await AddAsync("Error");
        if (export.Warnings > 0) await AddAsync("Warning");
        return found;

        async Task AddAsync(string severity)
        {
            var filter = $"PartitionKey ge '{export.Id}-' and PartitionKey lt '{export.Id}.' and Severity eq '{severity}'";
            var issues = storage.IssuesTable.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken);
            await foreach (var issue in issues.Where(issue => export.Id.Owns(issue.PartitionKey)).Take(Most - found.Count)) found.Add(Read(issue));
        }
    }

    private static FoundIssue Read(TableEntity issue) => new(
        issue.GetString("Code"),
        issue.GetString("Severity"),
        issue.GetString("Entry"),
        issue.GetInt64("Offset") ?? 0,
        issue.GetString("Pointer"),
        issue.GetString("Message"));
}
