using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace EncordFunctions.Formats.Text;

/// <summary>Text files, value by value, as UTF-8.</summary>
internal static class Utf8Writing
{
    private const int LongestNumber = 32;

    public static void WriteText(this IBufferWriter<byte> to, ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, to);

    /// <summary>A whole number with at least so many digits.</summary>
    public static void WriteDigits(this IBufferWriter<byte> to, long number, byte digits = 1)
    {
        Utf8Formatter.TryFormat(number, to.GetSpan(LongestNumber), out var used, new StandardFormat('D', digits));
        to.Advance(used);
    }

    /// <summary>The shortest text that reads back as the number.</summary>
    public static void WriteShortest(this IBufferWriter<byte> to, double number)
    {
        number.TryFormat(to.GetSpan(LongestNumber), out var used);
        to.Advance(used);
    }

    /// <summary>Seconds with three digits behind the point.</summary>
    public static void WriteSeconds(this IBufferWriter<byte> to, long milliseconds)
    {
        to.WriteDigits(milliseconds / 1000);
        to.Write("."u8);
        to.WriteDigits(milliseconds % 1000, 3);
    }
}
