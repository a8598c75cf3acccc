using System.Buffers.Text;
using System.Globalization;

namespace EncordFunctions.Formats.Json;

/// <summary>Numbers as the runtime's JSON writer spells them, some four times as fast; null for what is not finite.</summary>
internal static class NumberText
{
    /// <summary>Room for the longest.</summary>
    public const int Longest = 32;

    // From here on the runtime counts digits in powers of ten.
    private const double LongWhole = 1e15;

    /// <returns>How many bytes the text has.</returns>
    public static int Write(double number, Span<byte> to)
    {
        int length;
        if (Math.Abs(number) < LongWhole && number == Math.Truncate(number) && !(number == 0 && double.IsNegative(number)))
            Utf8Formatter.TryFormat((long)number, to, out length);
        else if (ShortestNumber.TryFormat(number, to, out length))
            return length;
        else if (double.IsFinite(number))
            number.TryFormat(to, out length, default, CultureInfo.InvariantCulture);
        else
            "null"u8.CopyTo(to[..(length = 4)]);
        return length;
    }
}
