using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace EncordFunctions.Formats.Fragments;

/// <summary>The values a record is made of. <see cref="RecordReader"/> reads them in the same order.</summary>
internal static class RecordWriting
{
    /// <summary>How many bytes a number takes at most.</summary>
    public const int LongestVarint = 10;

    /// <summary>A whole number; small ones, of either sign, are short.</summary>
    public static void WriteWhole(this IBufferWriter<byte> to, long number) => to.Advance(Put(to.GetSpan(LongestVarint), number));

    /// <summary>A whole number that is not negative, seven bits a byte.</summary>
    public static void WriteVarint(this IBufferWriter<byte> to, ulong number) => to.Advance(PutVarint(to.GetSpan(LongestVarint), number));

    /// <summary>The same as <see cref="WriteWhole"/>, where there is room.</summary>
    /// <returns>How many bytes it took.</returns>
    public static int Put(Span<byte> bytes, long number) => PutVarint(bytes, (ulong)((number << 1) ^ (number >> 63)));

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
        var length = Encoding.UTF8.GetByteCount(text);
        var bytes = to.GetSpan(LongestVarint + length);
        var used = Put(bytes, length);
        to.Advance(used + Encoding.UTF8.GetBytes(text, bytes[used..]));
    }

    /// <summary>Bytes with their number before them.</summary>
    public static void WriteBlock(this IBufferWriter<byte> to, ReadOnlySpan<byte> bytes)
    {
        to.WriteWhole(bytes.Length);
        to.Write(bytes);
    }

    private static int PutVarint(Span<byte> bytes, ulong rest)
    {
        var used = 0;
        for (; rest >= 0x80; rest >>= 7) bytes[used++] = (byte)(rest | 0x80);
        bytes[used++] = (byte)rest;
        return used;
    }
}
