using System.Buffers;
using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats.Yolo.Joining;

/// <summary>
/// Joins labels that end in points. All lines must have as many as the largest skeleton, which may be in the last row, and no file can be
/// written twice: so the records are put aside until all have come, and only the number is held.
/// </summary>
internal sealed class KeypointJoin : IExportWriter
{
    private const string Scratch = "yolo-pose";
    private const char Row = 'r';
    private const char Labels = 'l';

    private readonly LabelJoin _labels;
    private readonly IExportFiles _files;
    private readonly OutputFile _aside;
    private readonly FragmentTrack _rows;
    private readonly FragmentTrack _records;
    private int _most;

    public KeypointJoin(LabelJoin labels, IExportFiles files)
    {
        _labels = labels;
        _files = files;
        _aside = files.CreateScratch(Scratch);
        var fragment = new FragmentFile(_aside);
        (_rows, _records) = (fragment.Track(Row), fragment.Track(Labels));
    }

    public ValueTask BeginRowAsync(int ordinal, CancellationToken cancellationToken)
    {
        _rows.Begin().WriteWhole(ordinal);
        return _rows.EndAsync(cancellationToken);
    }

    public ValueTask TakeAsync(FragmentRecord record, CancellationToken cancellationToken)
    {
        CountPoints(record);
        _records.Begin().Write(record.Payload.Span);
        return _records.EndAsync(cancellationToken);
    }

    public async ValueTask<long> CompleteAsync(CancellationToken cancellationToken)
    {
        await _aside.CommitAsync(cancellationToken);
        _labels.Keypoints = _most;
        await using var records = await _files.OpenScratchAsync(Scratch, cancellationToken);
        await foreach (var record in FragmentReader.ReadAsync(records, cancellationToken))
        {
            if (record.Track == Row) await _labels.BeginRowAsync(OrdinalOf(record), cancellationToken);
            else await _labels.TakeAsync(record, cancellationToken);
        }
        return await _labels.CompleteAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _aside.DisposeAsync();
        await _labels.DisposeAsync();
    }

    private void CountPoints(FragmentRecord record)
    {
        var reader = new RecordReader(record.Payload.Span);
        LabelRecord.ReadPicture(ref reader);
        while (LabelRecord.TryReadLine(ref reader, out var line)) _most = Math.Max(_most, line.Keypoints);
    }

    private static int OrdinalOf(FragmentRecord record) => (int)new RecordReader(record.Payload.Span).ReadWhole();
}
