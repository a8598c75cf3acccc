using System.Buffers.Text;
using System.Numerics;

namespace EncordFunctions.Formats.Json;

/// <summary>
/// The shortest decimal text that reads back as a double, for the numbers coordinates are: 0.0001 to 2^53. It is the runtime's own text, four
/// times as fast, which matters where most of a file is coordinates.
/// </summary>
/// <remarks>
/// Raffaello Giulietti's method (The Schubfach way to render doubles, 2020): scale the number and the two middles between it and its neighbours by one
/// power of ten, such that at least one and at most a few whole numbers lie between the middles, and take the roundest, or the nearest. Rounding the
/// scaled numbers to odd keeps every comparison exact.
/// </remarks>
internal static class ShortestNumber
{
    private const int LowestExponent = -14;
    private const int HighestExponent = 52;
    private const int FractionBits = 52;
    private const double Least = 1e-4;
    private const int MostDigits = 20;

    private static readonly Scale[] Scales = [.. Enumerable.Range(LowestExponent, HighestExponent - LowestExponent + 1).Select(ScaleOf)];

    /// <summary>Writes the number; false where it is none of those.</summary>
    /// <param name="number">The number.</param>
    /// <param name="to">At least 32 bytes.</param>
    /// <param name="length">How many bytes the text has.</param>
    public static bool TryFormat(double number, Span<byte> to, out int length)
    {
        length = 0;
        var bits = BitConverter.DoubleToUInt64Bits(Math.Abs(number));
        var fraction = bits & ((1UL << FractionBits) - 1);
        var exponent = (int)(bits >> FractionBits) - 1023;
        // A power of two is farther from its upper neighbour than from its lower one; the runtime knows how.
        if (exponent is < LowestExponent or > HighestExponent || fraction == 0 || Math.Abs(number) < Least) return false;
        var digits = Digits(fraction | (1UL << FractionBits), Scales[exponent - LowestExponent]);
        if (number < 0) to[length++] = (byte)'-';
        length += Write(digits, Scales[exponent - LowestExponent].Ten, to[length..]);
        return true;
    }

    /// <summary>The roundest or nearest whole number between the middles, all times a power of ten.</summary>
    private static ulong Digits(ulong significand, in Scale scale)
    {
        // The middles belong to the number if its significand is even.
        var odd = significand & 1;
        var four = significand << 2;
        var low = scale.Of(four - 2) + odd;
        var middle = scale.Of(four);
        var high = scale.Of(four + 2) - odd;
        var below = middle >> 2;

        var tens = below / 10 * 10;
        var isTens = low <= tens << 2;
        if (isTens != ((tens + 10) << 2 <= high)) return isTens ? tens : tens + 10;
        var isBelow = low <= below << 2;
        if (isBelow != ((below + 1) << 2 <= high)) return isBelow ? below : below + 1;
        var half = (below << 2) + 2;
        return middle < half || (middle == half && (below & 1) == 0) ? below : below + 1;
    }

    private static int Write(ulong digits, int ten, Span<byte> to)
    {
        while (digits % 10 == 0)
        {
            digits /= 10;
            ten++;
        }
        Span<byte> text = stackalloc byte[MostDigits];
        Utf8Formatter.TryFormat(digits, text, out var count);
        if (ten >= 0)
        {
            text[..count].CopyTo(to);
            to.Slice(count, ten).Fill((byte)'0');
            return count + ten;
        }
        var whole = count + ten;
        if (whole > 0)
        {
            text[..whole].CopyTo(to);
            to[whole] = (byte)'.';
            text[whole..count].CopyTo(to[(whole + 1)..]);
            return count + 1;
        }
        to[..(2 - whole)].Fill((byte)'0');
        to[1] = (byte)'.';
        text[..count].CopyTo(to[(2 - whole)..]);
        return 2 - whole + count;
    }

    /// <summary>By what numbers of one binary exponent are multiplied so that their neighbours are about 1 apart.</summary>
    private static Scale ScaleOf(int exponent)
    {
        var q = exponent - FractionBits;
        var ten = (int)Math.Floor(q * Math.Log10(2));
        // 10^-ten, which is a whole number here, in 126 bits and a little more than it is.
        var power = BigInteger.Pow(10, -ten);
        var shift = 126 - (int)power.GetBitLength();
        var factor = (power << shift) + 1;
        return new Scale((ulong)(factor >> 64), (ulong)(factor & ulong.MaxValue), 127 + q - shift, ten);
    }

    private readonly record struct Scale(ulong High, ulong Low, int Shift, int Ten)
    {
        /// <summary>The scaled number, rounded to odd: the whole part, and its last bit set where anything was cut off.</summary>
        public ulong Of(ulong number)
        {
            var shifted = number << Shift;
            var top = Math.BigMul(High, shifted, out var middle);
            var carried = Math.BigMul(Low, shifted, out _);
            middle += carried;
            if (middle < carried) top++;
            return (top << 1) | (middle >> 63) | ((middle << 1) == 0 ? 0UL : 1UL);
        }
    }
}
