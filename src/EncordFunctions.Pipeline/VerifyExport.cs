using System.Globalization;
using EncordFunctions.Formats.Privacy;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Rehearsing;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Unpacking;
using EncordFunctions.Pipeline.Verifying;
using Microsoft.Extensions.Logging.Abstractions;

namespace EncordFunctions.Pipeline;

/// <summary>
/// Proves that what stands of a finished export is what its bytes come to, or tells what differs. The steps themselves run once more, as a
/// rehearsal that writes nothing to the storage, and what they would write is compared with what stands: every file byte by byte, every
/// entity member by member. It goes row by row; memory grows with the names of the export's own files and with what differs.
/// </summary>
public sealed class VerifyExport(PipelineStorage storage, PrivacyPolicy privacy, TimeProvider time)
{
    private const string RowsFolder = "rows/";
    private const int OrdinalDigits = 8;

    private readonly ExportsTable _exports = new(storage.ExportsTable);
    private readonly VerdictsTable _verdicts = new(storage.LabelRowsTable);

    /// <summary>Verifies an export.</summary>
    /// <returns>What was found; null where the id is not known.</returns>
    public async Task<Verification?> RunAsync(ExportId export, CancellationToken cancellationToken)
    {
        if (await _exports.FindAsync(export, cancellationToken) is not { } row) return null;
        if (row is not { Rows: not null, FinishedAt: not null, IsEnded: true }) return new Verification { IsFinished = false };

        using var rehearsal = new Rehearsal();
        var findings = new Findings();
        if (row.Ontology is not null && await new StagedOntology(storage.Staging, export).ReadAsync(cancellationToken) is null)
        {
            findings.Add($"{StorageNames.Staging}/{export}/{OntologyUpload.FileName}", "file", Difference.Nothing, "the ontology the rows were read with");
            return findings.ToVerification();
        }
        var isWhole = await VerifyRowsAsync(row, rehearsal, findings, cancellationToken);
        if (!isWhole) findings.Note("A verdict is missing, so the files of the whole export, its manifest and its summary were not verified.");
        else if (rehearsal.IsFull)
            findings.Note("Too many rows differ, so the files of the whole export, its manifest and its summary were not verified.");
        else await VerifyFinishAsync(row, rehearsal, findings, cancellationToken);
        return findings.ToVerification();
    }

    /// <returns>Whether every row has a verdict.</returns>
    private async Task<bool> VerifyRowsAsync(ExportRow export, Rehearsal rehearsal, Findings findings, CancellationToken cancellationToken)
    {
        var rows = new RowVerifying(storage, privacy, rehearsal, new UnstagedEntries(storage, rehearsal, export), findings);
        var (next, isWhole, failed) = (0, true, 0);
        await foreach (var entity in _verdicts.ReadWholeAsync(export.Id, cancellationToken))
        {
            var verdict = new VerdictRow(entity);
            if (verdict.Ordinal >= export.Rows) break;
            Miss(verdict.Ordinal);
            next++;
            if (verdict.Verdict == Verdict.Failed) failed++;
            else await rows.VerifyAsync(entity, export.Id, cancellationToken);
        }
        Miss(export.Rows!.Value);
        if (failed > 0) findings.Note($"{failed} failed rows have nothing to verify.");
        return isWhole;

        void Miss(int until)
        {
            for (; next < until; next++)
            {
                isWhole = false;
                findings.Add(
                    $"{StorageNames.LabelRowsTable}/{Shards.Partition(export.Id, Shards.Of(next))}/{next:D8}", "entity", Difference.Nothing, "one");
            }
        }
    }

    private async Task VerifyFinishAsync(ExportRow export, Rehearsal rehearsal, Findings findings, CancellationToken cancellationToken)
    {
        var finish = new FinishExport(storage.Rehearsed(rehearsal), time, NullLogger<FinishExport>.Instance);
        await finish.RunAsync(new FinishedMessage(export.Id.Value).ToMessage(), cancellationToken);
        var rows = $"{export.Id}/{RowsFolder}";
        await new FileVerifying(storage.Derivatives, findings).FolderAsync(
            $"{export.Id}/", name => !IsOfARow(name, rows, export), rehearsal.Files, cancellationToken);

        var entities = new EntityVerifying(findings);
        var partition = $"{export.Id}-{ArchiveIssuesTable.Together}";
        var together = rehearsal.Entities.Where(pair => pair.Key.Partition == partition)
            .ToDictionary(static pair => pair.Key.Row, static pair => pair.Value.Entity);
        await entities.PartitionAsync(storage.IssuesTable, partition, together, cancellationToken);
        // A summary that is right is not written again.
        if (rehearsal.Entities.TryGetValue((StorageNames.ExportsTable, export.Id.Value, ExportRow.Key), out var summary))
            entities.Compare(StorageNames.ExportsTable, export.ToEntity(), summary.Entity);
    }

    private static bool IsOfARow(string name, string rows, ExportRow export) =>
        name.StartsWith(rows, StringComparison.Ordinal)
        && name.IndexOf('/', rows.Length) == rows.Length + OrdinalDigits
        && int.TryParse(name.AsSpan(rows.Length, OrdinalDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
        && ordinal < export.Rows;
}
