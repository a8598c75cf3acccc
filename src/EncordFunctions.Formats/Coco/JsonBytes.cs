using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using EncordFunctions.Formats.Json;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Coco;

/// <summary>JSON piece by piece, straight to bytes: a record holds the end of an object whose beginning the join writes, which no JSON writer does.</summary>
internal static class JsonBytes
{
    private const int LongestNumber = 32;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>What is JSON already.</summary>
    public static void Raw(this IBufferWriter<byte> to, ReadOnlySpan<byte> json)
    {
        json.CopyTo(to.GetSpan(json.Length));
        to.Advance(json.Length);
    }

    /// <summary>Text in quotes; null where there is none.</summary>
    public static void Text(this IBufferWriter<byte> to, string? text)
    {
        if (text is null)
        {
            to.Raw("null"u8);
            return;
        }
        if (text.AsSpan().ContainsAnyExcept(Plain)) text = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);
        var bytes = to.GetSpan((3 * text.Length) + 2);
        bytes[0] = (byte)'"';
        var end = 1 + Encoding.UTF8.GetBytes(text, bytes[1..]);
        bytes[end] = (byte)'"';
        to.Advance(end + 1);
    }

    public static void Whole(this IBufferWriter<byte> to, long number)
    {
        Utf8Formatter.TryFormat(number, to.GetSpan(LongestNumber), out var length);
        to.Advance(length);
    }

    /// <summary>The shortest text that reads back as the number, which is finite.</summary>
    public static void Number(this IBufferWriter<byte> to, double number) => to.Advance(Format(number, to.GetSpan(LongestNumber)));

    /// <summary><c>[x, y, w, h]</c>.</summary>
    public static void Box(this IBufferWriter<byte> to, Bounds box)
    {
        var bytes = to.GetSpan(4 * LongestNumber);
        var length = 0;
        bytes[length++] = (byte)'[';
        length += Format(box.X, bytes[length..]);
        bytes[length++] = (byte)',';
        length += Format(box.Y, bytes[length..]);
        bytes[length++] = (byte)',';
        length += Format(box.W, bytes[length..]);
        bytes[length++] = (byte)',';
        length += Format(box.H, bytes[length..]);
        bytes[length++] = (byte)']';
        to.Advance(length);
    }

    /// <summary><c>[x, y, x, y, ...]</c>.</summary>
    public static void Ring(this IBufferWriter<byte> to, ReadOnlySpan<Vertex> ring)
    {
        const int Batch = 64;
        to.Raw("["u8);
        for (var first = 0; first < ring.Length; first += Batch)
        {
            var bytes = to.GetSpan(2 * Batch * LongestNumber);
            var length = 0;
            foreach (var (x, y) in ring[first..Math.Min(ring.Length, first + Batch)])
            {
                if (first + length > 0) bytes[length++] = (byte)',';
                length += Format(x, bytes[length..]);
                bytes[length++] = (byte)',';
                length += Format(y, bytes[length..]);
            }
            to.Advance(length);
        }
        to.Raw("]"u8);
    }

    private static int Format(double number, Span<byte> to)
    {
        // Most areas of masks and many coordinates are whole, and digits of whole numbers come three times as fast.
        const double Exact = 1L << 53;
        int length;
        if (number == Math.Truncate(number) && Math.Abs(number) < Exact) Utf8Formatter.TryFormat((long)number, to, out length);
        else if (!ShortestNumber.TryFormat(number, to, out length)) number.TryFormat(to, out length, default, CultureInfo.InvariantCulture);
        return length;
    }
}
