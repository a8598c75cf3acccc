using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Pipeline.Sweeping;

/// <summary>
/// Ends the unpacking of an upload that is not there any more: what was recorded of it counts, and the export has a fault that says so. All
/// that it writes follows from what was recorded, so a second run writes the same.
/// </summary>
internal sealed class UploadEnding(PipelineStorage storage, ExportsTable exports, UnpackRecording recording)
{
    /// <returns>The export, all of its rows known now.</returns>
    public async Task<ExportRow> EndAsync(ExportRow row, CancellationToken cancellationToken)
    {
        var recorded = await exports.EntriesAsync(row.Id, cancellationToken).ToListAsync(cancellationToken);
        var rows = recorded.Select(static entry => entry.Rows == 0 ? 0 : entry.FirstOrdinal + entry.Rows).DefaultIfEmpty().Max();
        // From here on it is the verdicts that say whose messages are to be sent.
        var entries = EntryGaps.Filled(recorded, rows)
            .Select(static entry => entry.State == EntryState.Staged ? entry with { State = EntryState.Sent } : entry)
            .ToArray();
        await exports.PutEntriesAsync(row.Id, entries.Except(recorded), cancellationToken);
        var progress = new UnpackProgress(row.Formats)
        {
            Total = entries.Length,
            Fault = ExportIssues.Changed(row.Blob, row.FileName),
            Ontology = await FindOntologyAsync(row, recorded, cancellationToken),
        };
        foreach (var entry in entries)
        {
            if (entry.State is EntryState.Skipped or EntryState.Ontology) progress.Skipped++;
            else progress.Take(entry);
        }
        await recording.RecordAsync(row, progress, cancellationToken);
        return await exports.FindAsync(row.Id, cancellationToken) ?? throw new InvalidOperationException($"{row.Id} was deleted while it was ended.");
    }

    // Of several ontologies in an archive the least deep one is used, of those the first.
    private async Task<string?> FindOntologyAsync(ExportRow row, IEnumerable<EntryRow> entries, CancellationToken cancellationToken)
    {
        if (await new StagedOntology(storage.Staging, row.Id).ReadAsync(cancellationToken) is null) return null;
        var own = entries.Where(static entry => entry.State == EntryState.Ontology).MinBy(static entry => entry.Name.Count(static c => c is '/' or '\\'));
        return own?.Name ?? OntologyUpload.FileName;
    }
}
