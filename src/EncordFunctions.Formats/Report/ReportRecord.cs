using System.Buffers;
using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats.Report;

/// <summary>The kinds of records the report leaves in a fragment; the first byte says which it is.</summary>
internal static class ReportRecord
{
    public const byte Row = (byte)'r';
    public const byte Example = (byte)'e';
    public const byte Picture = (byte)'p';

    public static IBufferWriter<byte> Begin(FragmentTrack track, byte kind)
    {
        var record = track.Begin();
        record.Write([kind]);
        return record;
    }
}
