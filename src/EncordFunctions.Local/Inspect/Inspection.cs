using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Pipeline.Unpacking;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Local.Inspect;

/// <summary>Reads an export from disk as the pipeline would and finds what is wrong with it, without any storage and in constant memory.</summary>
internal sealed class Inspection
{
    private readonly InspectedFile _upload;
    private readonly string _name;
    private readonly ArchiveLimits _limits;
    private readonly bool _withLines;
    private readonly IReadOnlyList<IInspectionOutput> _outputs;
    private readonly InspectionTally _tally = new();
    private readonly RowsTogether _together;
    private Ontology? _ontology;
    private bool _isExplained;

    private Inspection(string path, ArchiveLimits limits, IReadOnlyList<IInspectionOutput> outputs, bool withLines)
    {
        _upload = new InspectedFile(path);
        _name = Path.GetFileName(path);
        _limits = limits;
        _withLines = withLines;
        _outputs = [_tally, .. outputs];
        _together = new RowsTogether(Tell);
    }

    /// <summary>Inspects a .zip or a .json.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">What it may ask for.</param>
    /// <param name="outputs">Get the issues while they are found.</param>
    /// <param name="withLines">Whether they get lines and columns too.</param>
    /// <param name="cancellationToken">Ends the inspection.</param>
    public static async Task<InspectionTally> RunAsync(
        string path, ArchiveLimits limits, IReadOnlyList<IInspectionOutput> outputs, bool withLines, CancellationToken cancellationToken)
    {
        var inspection = new Inspection(path, limits, outputs, withLines);
        await inspection.RunAsync(cancellationToken);
        return inspection._tally;
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        if (OntologyUpload.Is(_name)) await InspectAloneAsync(cancellationToken);
        else if (_name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) await InspectJsonAsync(cancellationToken);
        else await InspectZipAsync(cancellationToken);
        _together.End(_upload);
        if (_tally.Verdicts.Total == 0 && !_isExplained) Tell(ExportIssues.NoRowsIn(_name), _upload, null);
    }

    private async Task InspectAloneAsync(CancellationToken cancellationToken)
    {
        _isExplained = true;
        await using var content = File.OpenRead(_upload.Path);
        if (Use(await OntologyReader.ReadAsync(content, _name, cancellationToken), _upload)) Tell(ExportIssues.OntologyAlone(_name), _upload, null);
    }

    private async Task InspectJsonAsync(CancellationToken cancellationToken)
    {
        if (ExportIssues.TooLarge(_name, new FileInfo(_upload.Path).Length, _limits) is { } tooLarge)
        {
            Explain(tooLarge, _upload);
            return;
        }

        await UseBesideAsync(cancellationToken);
        await using var content = File.OpenRead(_upload.Path);
        await InspectEntryAsync(_upload, _name, content, cancellationToken);
    }

    private async Task InspectZipAsync(CancellationToken cancellationToken)
    {
        using var source = new FileSource(_upload.Path);
        switch (await ZipDirectory.ReadAsync(source, _limits, cancellationToken))
        {
            case ZipReading.Rejected { Issue: var issue }:
                Explain(issue, _upload);
                break;
            case ZipReading.Readable { Directory: var directory }:
                await using (var entries = new ZipEntryReader(source, directory))
                {
                    if (directory.Ontologies.Any()) await UseOwnAsync(directory, entries, cancellationToken);
                    else await UseBesideAsync(cancellationToken);
                    foreach (var entry in directory.RowEntries)
                    {
                        await using var content = await entries.OpenAsync(entry, cancellationToken);
                        if (!await InspectEntryAsync(In(entry), entry.Name, content, cancellationToken)) break;
                    }
                }

                break;
        }
    }

    private async Task UseOwnAsync(ZipDirectory directory, ZipEntryReader entries, CancellationToken cancellationToken)
    {
        ZipEntry[] ontologies = [.. directory.Ontologies];
        var own = ontologies[0];
        foreach (var other in ontologies[1..]) Tell(ExportIssues.OntologyNotUsed(other.Name, own.Name), In(other), null);
        await using var content = await entries.OpenAsync(own, cancellationToken);
        var reading = await OntologyReader.ReadAsync(content, own.Name, cancellationToken);
        if (content.Verdict is EntryVerdict.Faulty { Issue: var fault }) Explain(fault, In(own));
        else Use(reading, In(own));
    }

    private async Task UseBesideAsync(CancellationToken cancellationToken)
    {
        var beside = new InspectedFile(Path.Combine(Path.GetDirectoryName(_upload.Path) ?? "", OntologyUpload.FileName));
        if (!File.Exists(beside.Path)) return;
        await using var content = File.OpenRead(beside.Path);
        Use(await OntologyReader.ReadAsync(content, OntologyUpload.FileName, cancellationToken), beside);
    }

    private bool Use(OntologyReading reading, InspectedFile file)
    {
        if (reading is OntologyReading.Unreadable { Issue: var fault }) Tell(fault, file, null);
        if (reading is not OntologyReading.Readable { Ontology: var ontology, Issues: var issues }) return false;
        foreach (var issue in issues) Tell(issue, file, null);
        _ontology = ontology;
        return true;
    }

    /// <returns>False where nothing that follows is read.</returns>
    private async Task<bool> InspectEntryAsync(InspectedFile file, string name, Stream content, CancellationToken cancellationToken)
    {
        using var entry = await InflatedEntry.ReadAsync(name, content, _withLines, cancellationToken);
        if (content is ZipEntryStream { Verdict: EntryVerdict.Faulty { Issue: var fault } })
        {
            Explain(fault, file);
            return true;
        }
        if (ExportIssues.TooManyIn(name, _tally.Verdicts.Total, entry.Rows) is { } tooMany)
        {
            Explain(tooMany, file);
            return false;
        }

        await new EntryRows(entry, RowPlaces.Shown(name), _ontology).ReadAsync(
            async (issue, token) => Tell(issue, file, await entry.PlaceAsync(issue.Offset, token)),
            async (place, row, token) =>
            {
                _tally.Take(row);
                _together.Take(place, row, file, await entry.PlaceAsync(place.Offset, token));
            },
            cancellationToken);
        if (entry.Issue is { } issue) Tell(issue, file, await entry.PlaceAsync(issue.Offset, cancellationToken));
        return true;
    }

    private InspectedFile In(ZipEntry entry) => new(entry.Name, _upload);

    private void Explain(Issue issue, InspectedFile file)
    {
        _isExplained = true;
        Tell(issue, file, null);
    }

    private void Tell(Issue issue, InspectedFile file, TextPlace? text)
    {
        foreach (var output in _outputs) output.Take(issue, file, text);
    }
}
