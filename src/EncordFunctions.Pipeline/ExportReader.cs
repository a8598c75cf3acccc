using System.Runtime.CompilerServices;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Tallies;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Pipeline;

/// <summary>Reads the progress and the results of exports from the tables.</summary>
/// <remarks>A finished export is one small read. One on its way is counted from its verdicts, a read of 1,000 rows a page.</remarks>
public sealed class ExportReader
{
    private readonly ExportsTable _exports;
    private readonly VerdictsTable _verdicts;
    private readonly ArchiveIssuesTable _archiveIssues;

    /// <summary>Reads <paramref name="storage"/>.</summary>
    public ExportReader(PipelineStorage storage)
    {
        _exports = new ExportsTable(storage.ExportsTable);
        _verdicts = new VerdictsTable(storage.LabelRowsTable);
        _archiveIssues = new ArchiveIssuesTable(storage.IssuesTable);
    }

    /// <summary>All exports, by id.</summary>
    public async IAsyncEnumerable<ExportSummary> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _exports.ListAsync(cancellationToken)) yield return await SummarizeAsync(row, cancellationToken);
    }

    /// <summary>One page of the exports, by id.</summary>
    /// <param name="status">Only those that have come this far; null for all.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="from">What the page before says is next; null for the first page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Azure.RequestFailedException">The storage refused.</exception>
    public async Task<Page<ExportSummary>> ReadPageAsync(ExportStatus? status, int size, string? from, CancellationToken cancellationToken)
    {
        var page = await _exports.ReadPageAsync(status, size, from, cancellationToken);
        var summaries = await Task.WhenAll(page.Items.Select(row => SummarizeAsync(row, cancellationToken).AsTask()));
        return new Page<ExportSummary>(summaries, page.Next);
    }

    /// <summary>One export, or null where the id is not known.</summary>
    public async Task<ExportSummary?> FindAsync(ExportId export, CancellationToken cancellationToken) =>
        await _exports.FindAsync(export, cancellationToken) is { } row ? await SummarizeAsync(row, cancellationToken) : null;

    /// <summary>Whether there is such an export: one small read, however far it is.</summary>
    public async Task<bool> IsKnownAsync(ExportId export, CancellationToken cancellationToken) =>
        await _exports.FindAsync(export, cancellationToken) is not null;

    private async ValueTask<ExportSummary> SummarizeAsync(ExportRow row, CancellationToken cancellationToken)
    {
        var summary = new ExportSummary
        {
            Id = row.Id,
            Blob = row.Blob,
            Formats = row.Formats,
            Metadata = UploadMetadata.Read(row.Metadata),
            Status = row.Status,
            Reason = row.Reason ?? row.Fault,
            Rows = row.Rows,
            Verdicts = row.Verdicts,
            Annotations = row.Annotations,
            Classifications = row.Classifications,
            Masks = row.Masks,
            Errors = row.Errors,
            Warnings = row.Warnings,
            Changes = row.Changes,
            StartedAt = row.StartedAt,
            UnpackedAt = row.UnpackedAt,
            FinishedAt = row.FinishedAt,
        };
        if (row.FinishedAt is not null) return summary;

        var issues = new IssueCounts();
        await foreach (var issue in _archiveIssues.ReadAsync(row.Id, cancellationToken)) issues.Add(issue);
        var (annotations, classifications, masks, errors, warnings) = (0L, 0L, 0L, issues.Errors, issues.Warnings);
        var verdicts = default(VerdictCounts);
        await foreach (var verdict in _verdicts.ReadCountsAsync(row.Id, cancellationToken))
        {
            verdicts = verdicts.Plus(verdict.Verdict);
            annotations += verdict.Annotations;
            classifications += verdict.Classifications;
            masks += verdict.Masks;
            errors += verdict.Errors;
            warnings += verdict.Warnings;
        }
        return summary with
        {
            Verdicts = verdicts,
            Annotations = annotations,
            Classifications = classifications,
            Masks = masks,
            Errors = errors,
            Warnings = warnings,
        };
    }
}
