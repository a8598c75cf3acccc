using System.Buffers;
using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats.Yolo.Joining;

/// <summary>
/// Writes a label file for each picture, and <c>data.yaml</c> in the end. A picture of one record is put as one small file, one of several is
/// written as they come.
/// </summary>
internal sealed class LabelJoin(string folder, ExportContext export, IExportFiles files) : IExportWriter
{
    private const string MediaType = "text/plain; charset=utf-8";

    private readonly LabelPaths _paths = new($"{folder}/labels");
    private readonly ArrayBufferWriter<byte> _text = new();
    private string? _path;
    private OutputFile? _large;
    private long _lines;

    /// <summary>How many points every line ends in: those of fewer are filled up. Null where lines have none.</summary>
    public int? Keypoints { get; set; }

    public async ValueTask BeginRowAsync(int ordinal, CancellationToken cancellationToken)
    {
        await EndPictureAsync(cancellationToken);
        _paths.BeginRow(ordinal);
    }

    public async ValueTask TakeAsync(FragmentRecord record, CancellationToken cancellationToken)
    {
        if (PictureOf(record) is { } picture)
        {
            await EndPictureAsync(cancellationToken);
            _path = _paths.Of(picture);
        }
        else
            _large ??= files.Create(_path!, MediaType);
        AddLines(record);
        if (_large is not null) await SpillAsync(_large, cancellationToken);
    }

    public async ValueTask<long> CompleteAsync(CancellationToken cancellationToken)
    {
        await EndPictureAsync(cancellationToken);
        DataYaml.Write(_text, folder, export.Classes, Keypoints);
        await files.PutAsync($"{folder}/data.yaml", "application/yaml", _text.WrittenMemory, cancellationToken);
        return _lines;
    }

    public async ValueTask DisposeAsync()
    {
        if (_large is not null) await _large.DisposeAsync();
    }

    private async ValueTask EndPictureAsync(CancellationToken cancellationToken)
    {
        if (_large is not null)
        {
            await _large.CommitAsync(cancellationToken);
            await _large.DisposeAsync();
            _large = null;
        }
        else if (_path is not null)
            await files.PutAsync(_path, MediaType, _text.WrittenMemory, cancellationToken);
        _path = null;
        _text.ResetWrittenCount();
    }

    private ValueTask SpillAsync(OutputFile large, CancellationToken cancellationToken)
    {
        large.Write(_text.WrittenSpan);
        _text.ResetWrittenCount();
        return large.FlushAsync(cancellationToken);
    }

    private static PictureName? PictureOf(FragmentRecord record)
    {
        var reader = new RecordReader(record.Payload.Span);
        return LabelRecord.ReadPicture(ref reader);
    }

    private void AddLines(FragmentRecord record)
    {
        var reader = new RecordReader(record.Payload.Span);
        LabelRecord.ReadPicture(ref reader);
        while (LabelRecord.TryReadLine(ref reader, out var line))
        {
            _lines++;
            AddNumber(export.Classes.Find(line.FeatureHash, line.Name).Index);
            _text.Write(line.Text);
            for (var point = line.Keypoints; point < Keypoints; point++) _text.Write(" 0 0 0"u8);
            _text.Write("\n"u8);
        }
    }

    private void AddNumber(int number)
    {
        number.TryFormat(_text.GetSpan(11), out var used);
        _text.Advance(used);
    }
}
