using System.Text.Json;
using EncordFunctions.Formats.Json;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Naming;
using EncordFunctions.Formats.Png;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Painting;

/// <summary>
/// Writes one picture for each frame that has an area on it, and one line that says what its numbers stand for. One frame is held at a time: the
/// reader brings the annotations of a frame one after the other, and takes none of a frame that stands in a row again.
/// </summary>
internal sealed class FrameMaskWriter : AnnotationWriter
{
    private readonly string _name;
    private readonly ILegend _legend;
    private readonly IndexPng _png;
    private readonly JsonLines _lines;
    private readonly IndexPicture _picture = new();
    private readonly SortedSet<int> _painted = [];
    private DataUnit? _unit;
    private Frame? _frame;

    public FrameMaskWriter(string name, RowContext row, IOutputFiles files, ILegend legend) : base(name, row)
    {
        (_name, _legend) = (name, legend);
        _png = new IndexPng(files);
        _lines = new JsonLines(files, $"{name}.jsonl");
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        _picture.Dispose();
        _png.Dispose();
        await _lines.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override async ValueTask<LedgerReason?> WriteAsync(Annotation annotation, CancellationToken cancellationToken)
    {
        var (mask, reason) = AreaMask.Of(annotation);
        if (mask is null) return reason;
        if (!ReferenceEquals(annotation.Unit, _unit) || annotation.Frame != _frame)
        {
            await EndFrameAsync(cancellationToken);
            (_unit, _frame) = (annotation.Unit, annotation.Frame);
            _picture.Begin(mask.Width, mask.Height);
            _legend.Begin();
        }
        if (_legend.NumberOf(annotation) is not { } number) return LedgerReason.NoIndexLeft;
        if (_picture.Paint(mask, number) > 0) Ledger.Lose(LedgerReason.PaintedOver, annotation);
        if (AreaMask.IsClipped(annotation)) Ledger.Lose(LedgerReason.Clipped, annotation);
        _painted.Add(number);
        return null;
    }

    /// <inheritdoc/>
    protected override async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        await EndFrameAsync(cancellationToken);
        await _lines.CommitAsync(cancellationToken);
    }

    private async ValueTask EndFrameAsync(CancellationToken cancellationToken)
    {
        if (_painted.Count == 0) return;
        var path = FramePath.Of(_name, Row.Index, _unit!, _frame!, "png");
        await _png.WriteAsync(path, _picture, Palette(), cancellationToken);
        WriteLine(_lines.Begin(), path);
        await _lines.EndAsync(cancellationToken);
        _painted.Clear();
    }

    private byte[] Palette()
    {
        if (_picture.IsWide) return [];
        var palette = new byte[3 * (_painted.Max + 1)];
        for (var number = 1; number <= _painted.Max; number++)
        {
            var (r, g, b) = _legend.Entries[number - 1].Colour;
            (palette[3 * number], palette[(3 * number) + 1], palette[(3 * number) + 2]) = (r, g, b);
        }
        return palette;
    }

    private void WriteLine(Utf8JsonWriter json, string path)
    {
        var header = Row.Index.Header;
        json.WriteString("label_hash"u8, header.LabelHash);
        json.WriteString("branch_name"u8, header.BranchName);
        json.WriteString("data_hash"u8, header.DataHash);
        json.WriteString("data_unit_hash"u8, _unit!.Hash);
        json.WriteString("data_title"u8, _unit.Title ?? header.DataTitle);
        json.WriteNumber("frame"u8, _frame!.Number);
        if (_frame.Stream is { } stream) json.WriteString("stream"u8, stream);
        json.WriteString("png"u8, path);
        json.WriteNumber("width"u8, _picture.Width);
        json.WriteNumber("height"u8, _picture.Height);
        json.WriteNumber("bits"u8, _picture.IsWide ? 16 : 8);
        json.WriteNumber("background"u8, _picture.Count(0));
        json.WriteNumber("overlap"u8, _picture.Overlap);
        json.WriteStartArray(_legend.Member);
        foreach (var number in _painted)
        {
            var entry = _legend.Entries[number - 1];
            json.WriteStartObject();
            json.WriteNumber("index"u8, number);
            if (entry.ObjectHash is { } hash) json.WriteString("object_hash"u8, hash);
            json.WriteString("feature_hash"u8, entry.FeatureHash);
            json.WriteString("name"u8, entry.Name);
            json.WriteString("color"u8, entry.Colour.ToString());
            json.WriteNumber("pixels"u8, _picture.Count(number));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
