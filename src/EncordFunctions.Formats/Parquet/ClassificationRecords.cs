using System.Buffers;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Json;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Parquet;

/// <summary>
/// The classifications of a label row as records: one for the row before the first of them, and one for each.
/// <see cref="ClassificationColumns"/> reads them.
/// </summary>
internal sealed class ClassificationRecords(FragmentTrack track, LabelRowHeader header) : IDisposable
{
    /// <summary>The first byte of a classification.</summary>
    public const byte Mark = 1;

    private readonly JsonText _text = new();
    private bool _begun;

    public async ValueTask WriteAsync(Classification classification, CancellationToken cancellationToken)
    {
        if (!_begun)
        {
            RowRecord.Write(track.Begin(), header);
            await track.EndAsync(cancellationToken);
            _begun = true;
        }
        Write(track.Begin(), classification);
        await track.EndAsync(cancellationToken);
    }

    public void Dispose() => _text.Dispose();

    private void Write(ArrayBufferWriter<byte> to, Classification classification)
    {
        to.Write([Mark]);
        to.WriteText(classification.Space?.Hash);
        to.WriteText(classification.Space?.Title);
        to.WriteText(classification.ClassificationHash);
        to.WriteText(classification.FeatureHash);
        to.WriteText(classification.Name);
        to.WriteText(classification.Value);
        RangeJson.WriteAll(_text.Begin(), classification);
        _text.WriteTo(to);
        to.WriteWhole(classification.IsGlobal ? 1 : 0);
        to.WriteMaybe(classification.Confidence);
        to.WriteWhole(classification.ManualAnnotation ? 1 : 0);
        to.WriteText(classification.CreatedBy);
        to.WriteTime(classification.CreatedAt);
        to.WriteText(classification.LastEditedBy);
        to.WriteTime(classification.LastEditedAt);
        AnswerJson.Write(_text.Begin(), classification.Answers, sayDynamic: false);
        _text.WriteTo(to);
    }
}
