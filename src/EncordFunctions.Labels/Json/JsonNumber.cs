using System.Globalization;
using System.Numerics;

namespace EncordFunctions.Labels.Json;

/// <summary>Reads a valid JSON number.</summary>
internal static class JsonNumber
{
    private const ulong LargestExact = 1UL << 53;

    /// <summary>So many digits fit 64 bits.</summary>
    private const int MostDigits = 19;

    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    private static readonly ulong[] PowersOfFive = [.. Enumerable.Range(0, PowersOfTen.Length).Select(static power => (ulong)BigInteger.Pow(5, power))];

    /// <summary>The number at the start of <paramref name="json"/>, correctly rounded; infinite beyond the range of a double.</summary>
    /// <remarks>
    /// Digits that fit 53 bits divided by an exact power of ten round once, and so correctly. That covers the four decimals of old rows;
    /// the seventeen of newer ones are divided as integers. The rest goes to the library.
    /// </remarks>
    public static double Read(ReadOnlySpan<byte> json, out int length)
    {
        var at = json[0] == '-' ? 1 : 0;
        var negative = at == 1;
        ulong digits = 0;
        var first = at;
        while (at < json.Length && (uint)(json[at] - '0') <= 9) digits = (digits * 10) + (uint)(json[at++] - '0');
        var decimals = 0;
        var count = at - first;
        if (at < json.Length && json[at] == '.')
        {
            var point = at++;
            while (at < json.Length && (uint)(json[at] - '0') <= 9) digits = (digits * 10) + (uint)(json[at++] - '0');
            decimals = at - point - 1;
            count += decimals;
        }
        var exponent = at < json.Length && json[at] is (byte)'e' or (byte)'E';
        if (count > MostDigits) count -= Math.Max(0, json[first..at].IndexOfAnyExcept((byte)'0', (byte)'.') - 1);
        if (!exponent && count <= MostDigits && decimals < PowersOfTen.Length)
        {
            length = at;
            var value = digits <= LargestExact ? digits / PowersOfTen[decimals] : Divide(digits, decimals);
            return negative ? -value : value;
        }
        while (at < json.Length && json[at] is (>= (byte)'0' and <= (byte)'9') or (byte)'e' or (byte)'E' or (byte)'+' or (byte)'-') at++;
        length = at;
        return double.Parse(json[..at], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Divides by a power of ten: 62 bits or more of the quotient by the power of five, and one that says whether anything is left, round
    /// once to a double; what remains is a power of two.
    /// </summary>
    private static double Divide(ulong digits, int decimals)
    {
        var five = PowersOfFive[decimals];
        var (up, fiveUp) = (BitOperations.LeadingZeroCount(digits), BitOperations.LeadingZeroCount(five));
        var divisor = five << fiveUp;
        var dividend = new UInt128(digits << up >> 1, digits << up << 63);
        var quotient = (ulong)(dividend / divisor);
        var rest = (ulong)dividend - (quotient * divisor);
        var rounded = (double)(long)((quotient >> 1) | (quotient & 1) | (rest == 0 ? 0UL : 1));
        return rounded * BitConverter.Int64BitsToDouble((long)(1023 - 62 + fiveUp - up - decimals) << 52);
    }
}
