using EncordFunctions.Formats.Json;
using EncordFunctions.Formats.Naming;
using EncordFunctions.Formats.Text;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Ranges;

/// <summary>
/// One part of a row's segments: <c>segments.jsonl</c> of all of them, and of each file of the data a <c>.csv</c> and, of sound, a <c>.vtt</c>.
/// Those of a space lie in a folder, under its hash.
/// </summary>
internal sealed class SegmentFiles : IAsyncDisposable
{
    private static readonly string[] Columns =
    [
        "start", "end", "unit", "label", "text", "object_hash", "feature_hash", "confidence", "start_seconds", "end_seconds", "start_xpath", "end_xpath",
    ];

    private readonly IOutputFiles _files;
    private readonly LabelRowHeader _header;
    private readonly string _name;
    private readonly JsonLines _lines;
    private (string Hash, string? SpaceType)? _unit;
    private CsvWriter? _table;
    private VttWriter? _cues;

    public SegmentFiles(IOutputFiles files, LabelRowHeader header, int part)
    {
        (_files, _header) = (files, header);
        _name = part == 1 ? "segments" : $"segments-{part}";
        _lines = new JsonLines(files, $"{_name}.jsonl");
    }

    /// <summary>Writes the next one. They come sorted, so that those of one file of the data follow each other.</summary>
    public async ValueTask WriteAsync(Segment segment, CancellationToken cancellationToken)
    {
        SegmentJson.Write(_lines.Begin(), _header, segment);
        await _lines.EndAsync(cancellationToken);
        var unit = (segment.Annotation.Unit.Hash, segment.Annotation.Unit.SpaceType);
        if (unit != _unit)
        {
            await CommitUnitAsync(cancellationToken);
            _unit = unit;
        }
        await WriteLineAsync(_table ??= await OpenTableAsync(segment, cancellationToken), segment, cancellationToken);
        if (segment.IsSound) await WriteCueAsync(_cues ??= OpenCues(segment), segment, cancellationToken);
    }

    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await CommitUnitAsync(cancellationToken);
        await _lines.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_table is not null) await _table.DisposeAsync();
        if (_cues is not null) await _cues.DisposeAsync();
        await _lines.DisposeAsync();
    }

    private async ValueTask CommitUnitAsync(CancellationToken cancellationToken)
    {
        if (_table is not null) await _table.CommitAsync(cancellationToken);
        if (_cues is not null) await _cues.CommitAsync(cancellationToken);
        if (_table is not null) await _table.DisposeAsync();
        if (_cues is not null) await _cues.DisposeAsync();
        (_table, _cues) = (null, null);
    }

    private async ValueTask<CsvWriter> OpenTableAsync(Segment segment, CancellationToken cancellationToken)
    {
        var table = new CsvWriter(_files.Create(PathOf(segment, "csv"), "text/csv"));
        foreach (var column in Columns) table.Field(column);
        await table.EndAsync(cancellationToken);
        return table;
    }

    private static ValueTask WriteLineAsync(CsvWriter table, Segment segment, CancellationToken cancellationToken)
    {
        var annotation = segment.Annotation;
        table.Field(segment.Start);
        table.Field(segment.EndBefore);
        table.Field(segment.Unit);
        table.Field(segment.Label);
        table.Field(segment.Text());
        table.Field(annotation.ObjectHash);
        table.Field(annotation.FeatureHash);
        table.Number(annotation.Confidence);
        table.Seconds(segment.IsSound ? segment.Start : null);
        table.Seconds(segment.IsSound ? segment.EndBefore : null);
        table.Field(segment.StartXPath);
        table.Field(segment.EndXPath);
        return table.EndAsync(cancellationToken);
    }

    private VttWriter OpenCues(Segment segment)
    {
        var cues = new VttWriter(_files.Create(PathOf(segment, "vtt"), "text/vtt"));
        cues.Head($"{segment.Annotation.Unit.Title ?? _header.DataTitle}, label row {_header.LabelHash}. A cue is identified by its object.");
        return cues;
    }

    private static ValueTask WriteCueAsync(VttWriter cues, Segment segment, CancellationToken cancellationToken)
    {
        var annotation = segment.Annotation;
        // Identifiers must not repeat, and an object may have several ranges.
        var id = annotation.Position == 0 ? annotation.ObjectHash : $"{annotation.ObjectHash}#{annotation.Position + 1}";
        var text = segment.Text();
        return cues.CueAsync(
            id, segment.Start, segment.EndBefore!.Value, segment.Label, string.IsNullOrWhiteSpace(text) ? segment.Label : text, cancellationToken);
    }

    private string PathOf(Segment segment, string kind) => segment.Annotation.Unit is { SpaceType: not null, Hash: var hash }
        ? $"{_name}/{SafeName.Of(hash)}.{kind}"
        : $"{_name}.{kind}";
}
