using System.Buffers.Text;

namespace EncordFunctions.Formats.Yolo;

/// <summary>
/// A coordinate as text: 0 to 1, ten decimals at most and no zeros at the end, never an exponent nor a sign. Ten decimals are the fewest that
/// keep a millionth of a pixel on a side of 8192.
/// </summary>
internal static class Fraction
{
    /// <summary>The longest text, with the space before it.</summary>
    public const int MostBytes = 13;

    private const int Decimals = 10;
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
        Utf8Formatter.TryFormat(scaled, to[3..], out var used, new('D', Decimals));
        return 3 + to.Slice(3, used).TrimEnd((byte)'0').Length;
    }
}
