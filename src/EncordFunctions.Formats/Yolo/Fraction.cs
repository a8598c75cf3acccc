namespace EncordFunctions.Formats.Yolo;

/// <summary>
/// A coordinate as text: 0 to 1, ten decimals at most and no zeros at the end, never an exponent nor a sign. Ten decimals are the fewest that
/// keep a millionth of a pixel on a side of 8192.
/// </summary>
internal static class Fraction
{
    /// <summary>The longest text, with the space before it.</summary>
    public const int MostBytes = 13;

    private const long One = 10_000_000_000;

    /// <summary>Writes a space and the number; what is past the frame by a rounding is on its edge.</summary>
    /// <returns>How many bytes that was.</returns>
    public static int Write(Span<byte> to, double fraction)
    {
        to[0] = (byte)' ';
        var scaled = (long)Math.Round(Math.Clamp(fraction, 0, 1) * One);
        if (scaled is <= 0 or >= One)
        {
            to[1] = scaled <= 0 ? (byte)'0' : (byte)'1';
            return 2;
        }
        to[1] = (byte)'0';
        to[2] = (byte)'.';
        var (high, low) = Math.DivRem((ulong)scaled, 100_000);
        WriteFive(to[3..], (uint)high);
        WriteFive(to[8..], (uint)low);
        var used = MostBytes;
        while (to[used - 1] == '0') used--;
        return used;
    }

    private static void WriteFive(Span<byte> to, uint number)
    {
        // As a fraction of 2^32 that is 0 to 9.9999, a hair more; what is before the point is a digit, and ten times the rest has the next.
        const ulong Share = ((1UL << 32) / 10_000) + 1;
        var rest = number * Share;
        for (var digit = 0; digit < 5; digit++)
        {
            to[digit] = (byte)('0' + (rest >> 32));
            rest = (rest & uint.MaxValue) * 10;
        }
    }
}
