using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>
/// Finds the ontology of an upload and stages it: the least deep <c>ontology.json</c> of the archive, or else the one beside the upload.
/// Whether one lay beside it is recorded when its unpacking begins; one that is dropped later belongs to later exports.
/// </summary>
internal sealed class OntologyFinding(PipelineStorage storage, ExportsTable exports, ArchiveIssuesTable issues)
{
    /// <summary>The blob of the ontology beside an upload; null where there is none.</summary>
    public async Task<string?> FindBesideAsync(string upload, CancellationToken cancellationToken)
    {
        if (OntologyUpload.Is(upload)) return null;
        var name = OntologyUpload.NameBeside(upload);
        return await storage.Exports.GetBlobClient(name).ExistsAsync(cancellationToken) ? name : null;
    }

    /// <summary>Stages the ontology beside an upload, if one was there.</summary>
    public async Task StageBesideAsync(ExportRow row, UnpackProgress progress, CancellationToken cancellationToken)
    {
        if (row.OntologyBeside is not { } name) return;
        var blob = storage.Exports.GetBlobClient(name);
        await StageAsync(row.Id, OntologyUpload.FileName, token => OntologyUpload.FetchAsync(blob, token), progress, cancellationToken);
    }

    /// <summary>Stages the ontology of an archive that has one.</summary>
    public async Task StageOwnAsync(
        ExportRow row, ZipDirectory directory, ZipEntryReader reader, UnpackProgress progress, CancellationToken cancellationToken)
    {
        ZipEntry[] ontologies = [.. directory.Ontologies];
        var (own, others) = (ontologies[0], ontologies[1..]);
        await using var content = await reader.OpenAsync(own, cancellationToken);
        var bytes = await OntologyReader.TakeAsync(content, cancellationToken);
        var fault = (content.Verdict as EntryVerdict.Faulty)?.Issue;
        var entry = fault is null ? Entry(own) : Entry(own) with { State = EntryState.Faulty, Fault = fault.Message };
        await exports.PutEntriesAsync(row.Id, [entry, .. others.Select(Entry)], cancellationToken);
        foreach (var other in others)
            await issues.PutAsync(row.Id, Entry(other), ExportIssues.OntologyNotUsed(other.Name, own.Name), cancellationToken);
        progress.Skipped += others.Length;
        if (fault is not null)
        {
            await issues.PutAsync(row.Id, entry, fault, cancellationToken);
            progress.Take(entry);
            return;
        }
        progress.Skipped++;
        await StageAsync(row.Id, own.Name, _ => Task.FromResult(new BinaryData(bytes)), progress, cancellationToken);
    }

    /// <summary>Reads an upload that is an ontology itself.</summary>
    public async Task ReadAloneAsync(Upload source, UnpackProgress progress, CancellationToken cancellationToken)
    {
        progress.Total = progress.Skipped = 1;
        await exports.PutEntryAsync(
            source.Export, new EntryRow(0, source.FileName, EntryState.Ontology, 0, 0, false, source.Length), cancellationToken);
        await using var content = await source.OpenAsync(cancellationToken);
        switch (await OntologyReader.ReadAsync(content, source.FileName, cancellationToken))
        {
            case OntologyReading.Unreadable { Issue: var fault }:
                progress.Fault = fault;
                break;
            case OntologyReading.Readable { Issues: var found }:
                await issues.PutOfOntologyAsync(source.Export, [ExportIssues.OntologyAlone(source.FileName), .. found], cancellationToken);
                break;
        }
    }

    private static EntryRow Entry(ZipEntry entry) => new(entry.Index, entry.Name, EntryState.Ontology, 0, 0, false, entry.Size);

    private async Task StageAsync(
        ExportId export, string name, Func<CancellationToken, Task<BinaryData>> fetch, UnpackProgress progress, CancellationToken cancellationToken)
    {
        switch (await new StagedOntology(storage.Staging, export).StageAsync(name, fetch, cancellationToken))
        {
            case OntologyReading.Readable { Issues: var found }:
                await issues.PutOfOntologyAsync(export, found, cancellationToken);
                progress.Ontology = name;
                break;
            case OntologyReading.Unreadable { Issue: var fault }:
                await issues.PutOfOntologyAsync(export, [fault], cancellationToken);
                break;
        }
    }
}
