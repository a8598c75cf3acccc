using System.Buffers;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Yolo;

/// <summary>
/// A record of labels: whether it begins a picture, that picture's name then, and the lines: class hash, class name, number of points and text.
/// What number a class has is known in the join alone.
/// </summary>
internal static class LabelRecord
{
    private const int Begins = 1;

    public static ArrayBufferWriter<byte> Begin(FragmentTrack track, PictureName picture)
    {
        var record = track.Begin();
        record.WriteWhole(Begins);
        record.WriteWhole(picture.Unit);
        record.WriteText(picture.File);
        record.WriteText(picture.Frame);
        return record;
    }

    /// <summary>Begins a record that goes on with the picture of the one before.</summary>
    public static ArrayBufferWriter<byte> Continue(FragmentTrack track)
    {
        var record = track.Begin();
        record.WriteWhole(0);
        return record;
    }

    public static void Write(ArrayBufferWriter<byte> record, Annotation annotation, YoloLine line)
    {
        record.WriteText(annotation.FeatureHash);
        record.WriteText(annotation.Name);
        record.WriteWhole(line.Keypoints);
        record.WriteBlock(line.Text);
    }

    /// <summary>Reads the head of a record; null where it goes on with a picture.</summary>
    public static PictureName? ReadPicture(ref RecordReader record) =>
        record.ReadWhole() == Begins ? new PictureName((int)record.ReadWhole(), record.ReadText()!, record.ReadText()!) : null;

    /// <summary>Reads the next line; false at the end.</summary>
    public static bool TryReadLine(ref RecordReader record, out LabelLine line)
    {
        line = default;
        if (record.Rest.IsEmpty) return false;
        line = new LabelLine(record.ReadUtf8(), record.ReadUtf8(), (int)record.ReadWhole(), record.ReadBlock());
        return true;
    }
}
