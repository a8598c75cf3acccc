namespace EncordFunctions.Formats.Json;

/// <summary>COCO's compressed counts as a JSON text. They are most of a mask's bytes, so no encoder looks at each of them.</summary>
internal static class CountsText
{
    /// <summary>Room for the longest text of so many counts.</summary>
    public static int LongestOf(int counts) => (2 * counts) + 2;

    /// <returns>How many bytes the text has, quotes and all.</returns>
    public static int Write(ReadOnlySpan<byte> counts, Span<byte> to)
    {
        var length = 0;
        to[length++] = (byte)'"';
        // Of the 64 characters that counts have, JSON escapes this one.
        for (int at; (at = counts.IndexOf((byte)'\\')) >= 0; counts = counts[(at + 1)..])
        {
            counts[..at].CopyTo(to[length..]);
            length += at;
            to[length++] = (byte)'\\';
            to[length++] = (byte)'\\';
        }
        counts.CopyTo(to[length..]);
        length += counts.Length;
        to[length++] = (byte)'"';
        return length;
    }
}
