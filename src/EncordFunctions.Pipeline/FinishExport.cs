using System.Runtime.CompilerServices;
using EncordFunctions.Formats;
using EncordFunctions.Formats.Classes;
using EncordFunctions.Formats.Manifests;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Finishing;
using EncordFunctions.Pipeline.Joining;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Rows;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Telemetry;
using EncordFunctions.Pipeline.Unpacking;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>
/// Joins what the rows left to the export's derivatives and writes its manifest, once every row has its verdict. What it promises:
/// <list type="bullet">
/// <item>The manifest is written last: where it stands, everything it lists is there, with its SHA-256.</item>
/// <item>It looks at the verdicts, not at the notice: a notice that comes too early, late or twice does no harm, and the same verdicts
/// give the same bytes.</item>
/// <item>Nothing disappears: every ledger must balance and every file a row wrote must be there, else the export is Failed and says
/// where.</item>
/// <item>Of two runs at once the one that read older verdicts starts over: the summary is only replaced as it was read.</item>
/// <item>The export's derivatives are joined row by row in the order of the ordinals, so the order in which rows were processed shows nowhere.</item>
/// <item>Memory grows with the entries of the archive and the classes of the ontology, not with files; a row costs some forty bytes,
/// and a file of pictures some thirty for each task of YOLO.</item>
/// </list>
/// </summary>
public sealed class FinishExport
{
    private readonly PipelineStorage _storage;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ExportsTable _exports;
    private readonly VerdictsTable _verdicts;
    private readonly ArchiveIssuesTable _archiveIssues;

    /// <summary>Works on <paramref name="storage"/>, by the clock of <paramref name="time"/>.</summary>
    public FinishExport(PipelineStorage storage, TimeProvider time, ILogger<FinishExport> logger)
    {
        (_storage, _time, _logger) = (storage, time, logger);
        _exports = new ExportsTable(storage.ExportsTable);
        _verdicts = new VerdictsTable(storage.LabelRowsTable);
        _archiveIssues = new ArchiveIssuesTable(storage.IssuesTable);
    }

    /// <summary>Finishes the export that a message of the finished-exports queue names.</summary>
    /// <exception cref="FormatException">The message is not such a notice.</exception>
    public Task RunAsync(BinaryData message, CancellationToken cancellationToken) =>
        StepRun.RunAsync(nameof(FinishExport), run => RunAsync(message, run, cancellationToken), cancellationToken);

    private async Task RunAsync(BinaryData message, StepRun run, CancellationToken cancellationToken)
    {
        var export = FinishedMessage.Read(message);
        run.Of(export);
        while (true)
        {
            var row = await _exports.FindAsync(export, cancellationToken);
            if (row is not { Rows: { } rows } || await SumAsync(export, rows, cancellationToken) is not { } sum)
            {
                _logger.ExportNotComplete(export);
                return;
            }

            var fault = await WriteAsync(row, sum, cancellationToken);
            if (fault is not null) _logger.ExportDoesNotAddUp(export, fault);
            var finished = row with
            {
                Status = Status(row, fault),
                Reason = row.Fault ?? fault,
                Verdicts = sum.Verdicts,
                Annotations = sum.Annotations,
                Classifications = sum.Classifications,
                Masks = sum.Masks,
                Errors = sum.Issues.Errors,
                Warnings = sum.Issues.Warnings,
                Changes = sum.Changes,
                FinishedAt = row.FinishedAt ?? _time.GetUtcNow(),
            };
            if (!await TryReplaceAsync(row, finished, cancellationToken)) continue;
            run.Tell(finished);
            _logger.ExportFinished(export, finished.Status, rows, sum.Verdicts.Failed);
            return;
        }
    }

    private static ExportStatus Status(ExportRow row, string? fault) =>
        row.Fault is not null ? ExportStatus.Rejected : fault is not null ? ExportStatus.Failed : ExportStatus.Done;

    // A run that has nothing to change leaves the row as it is, or many runs at once would make each other start over for nothing. It must
    // still see that nobody else changed it: the manifest just written may then be the older one.
    private async Task<bool> TryReplaceAsync(ExportRow row, ExportRow finished, CancellationToken cancellationToken) => finished == row
        ? await _exports.FindAsync(row.Id, cancellationToken) == row
        : await _exports.TryReplaceAsync(finished, cancellationToken);

    /// <returns>Null where a verdict is missing.</returns>
    private async Task<ExportSum?> SumAsync(ExportId export, int rows, CancellationToken cancellationToken)
    {
        var sum = new ExportSum();
        await foreach (var verdict in _verdicts.ReadAsync(export, cancellationToken))
        {
            if (verdict.Ordinal >= rows) break;
            if (verdict.Ordinal != sum.Verdicts.Total) return null;
            sum.Add(verdict, verdict.Pointer(export).Place);
        }
        if (sum.Verdicts.Total != rows) return null;
        await foreach (var issue in _archiveIssues.ReadAsync(export, cancellationToken)) sum.Add(issue);
        await foreach (var entry in _exports.EntriesAsync(export, cancellationToken)) sum.Add(entry);
        if (!sum.Groups.Any) return sum;
        await foreach (var group in _verdicts.ReadGroupsAsync(export, cancellationToken))
            foreach (var missing in sum.Groups.Missing(group.Pointer(export).Place, group.LabelHash, group.Children)) sum.Together.Add(missing);
        return sum;
    }

    /// <returns>Where the derivatives do not add up, in one line; null where they do.</returns>
    private async Task<string?> WriteAsync(ExportRow row, ExportSum sum, CancellationToken cancellationToken)
    {
        Issue[] together = [.. sum.Together.Listed, .. sum.Together.Rest(row.FileName)];
        await _archiveIssues.ReplaceOfRowsAsync(row.Id, together, cancellationToken);
        foreach (var issue in together) sum.Add(issue);
        await using var files = new DerivativeFiles(_storage.Derivatives, $"{row.Id}/");
        if (sum.OwnIssues.Count > 0) await IssuesJsonl.WriteAsync(files, sum.OwnIssues, cancellationToken);
        else await _storage.Derivatives.DeleteBlobIfExistsAsync($"{row.Id}/{IssuesJsonl.FileName}", cancellationToken: cancellationToken);
        var manifest = sum.ToManifest(row);
        await using var joined = new JoinedFiles(_storage, row.Id);
        var imbalance = sum.Imbalance ?? await JoinAsync(row, sum, manifest, joined, cancellationToken);
        var listing = new DerivativeListing(_storage.Derivatives, _verdicts, row.Id, joined);
        await ManifestWriter.WriteAsync(
            files,
            manifest,
            GroupsAsync(row.Id, sum.Groups, cancellationToken),
            listing.ReadAsync(cancellationToken),
            () => new ManifestOutcome(Status(row, imbalance ?? listing.Fault).ToString(), row.Fault ?? imbalance ?? listing.Fault),
            cancellationToken);
        return imbalance ?? listing.Fault;
    }

    private async Task<string?> JoinAsync(
        ExportRow row, ExportSum sum, Manifest manifest, JoinedFiles files, CancellationToken cancellationToken)
    {
        var formats = DerivativeList.Parse(row.Formats).ExportFormats;
        var ontology = row.Ontology is null ? null : await new StagedOntology(_storage.Staging, row.Id).ReadAsync(cancellationToken);
        var export = new ExportContext
        {
            Manifest = manifest,
            Classes = new ClassList(ontology, manifest.Classes),
            Ontology = ontology,
            Fault = row.Fault,
            OwnIssues = sum.OwnIssues,
            FailedRows = sum.FailedRows,
        };
        try
        {
            return await new ExportJoin(new FragmentSource(_storage.Staging, _verdicts, row.Id), formats).WriteAsync(export, files, cancellationToken);
        }
        catch (FragmentMissingException exception)
        {
            return exception.Message;
        }
    }

    private async IAsyncEnumerable<ManifestGroup> GroupsAsync(
        ExportId export, DataGroups groups, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!groups.Any) yield break;
        await foreach (var row in _verdicts.ReadGroupsAsync(export, cancellationToken))
        {
            var children = row.Children.Select(child => new ManifestGroupChild(
                child.DataHash, child.LabelHash, child.Name, child.LayoutKey, groups.Find(child)));
            yield return new ManifestGroup(row.LabelHash, row.Ordinal, [.. children]);
        }
    }
}
