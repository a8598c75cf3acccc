using System.Globalization;

namespace EncordFunctions.Labels.Json;

/// <summary>Reads a valid JSON number.</summary>
internal static class JsonNumber
{
    private const long LargestExact = 1L << 53;

    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>The number at the start of <paramref name="json"/>, correctly rounded; infinite beyond the range of a double.</summary>
    /// <remarks>
    /// Digits that fit 53 bits divided by an exact power of ten round once, and so correctly. That covers the four decimals of old rows
    /// and most others; the rest goes to the library.
    /// </remarks>
    public static double Read(ReadOnlySpan<byte> json, out int length)
    {
        var at = json[0] == '-' ? 1 : 0;
        var negative = at == 1;
        long digits = 0;
        var first = at;
        while (at < json.Length && (uint)(json[at] - '0') <= 9) digits = (digits * 10) + json[at++] - '0';
        var decimals = 0;
        var count = at - first;
        if (at < json.Length && json[at] == '.')
        {
            var point = at++;
            while (at < json.Length && (uint)(json[at] - '0') <= 9) digits = (digits * 10) + json[at++] - '0';
            decimals = at - point - 1;
            count += decimals;
        }
        var exponent = at < json.Length && json[at] is (byte)'e' or (byte)'E';
        if (!exponent && count <= 18 && digits <= LargestExact && decimals < PowersOfTen.Length)
        {
            length = at;
            var value = digits / PowersOfTen[decimals];
            return negative ? -value : value;
        }
        while (at < json.Length && json[at] is (>= (byte)'0' and <= (byte)'9') or (byte)'e' or (byte)'E' or (byte)'+' or (byte)'-') at++;
        length = at;
        return double.Parse(json[..at], NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
