using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace EncordFunctions.Formats.Fragments;

/// <summary>The values a record is made of. <see cref="RecordReader"/> reads them in the same order.</summary>
internal static class RecordWriting
{
    private const int LongestVarint = 10;

    /// <summary>A whole number; small ones, of either sign, are short.</summary>
    public static void WriteWhole(this IBufferWriter<byte> to, long number)
    {
        to.WriteVarint((ulong)((number << 1) ^ (number >> 63)));
    }

    /// <summary>A whole number that is not negative, seven bits a byte.</summary>
    public static void WriteVarint(this IBufferWriter<byte> to, ulong rest)
    {
        var bytes = to.GetSpan(LongestVarint);
        var used = 0;
        for (; rest >= 0x80; rest >>= 7) bytes[used++] = (byte)(rest | 0x80);
        bytes[used++] = (byte)rest;
        to.Advance(used);
    }

    public static void WriteDouble(this IBufferWriter<byte> to, double number)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(to.GetSpan(sizeof(double)), number);
        to.Advance(sizeof(double));
    }

    /// <summary>Text, or none.</summary>
    public static void WriteText(this IBufferWriter<byte> to, string? text)
    {
        if (text is null)
        {
            to.WriteWhole(-1);
            return;
        }
        to.WriteWhole(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, to);
    }

    /// <summary>Bytes with their number before them.</summary>
    public static void WriteBlock(this IBufferWriter<byte> to, ReadOnlySpan<byte> bytes)
    {
        to.WriteWhole(bytes.Length);
        to.Write(bytes);
    }
}
