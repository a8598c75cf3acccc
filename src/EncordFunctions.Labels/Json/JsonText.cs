using System.Globalization;
using System.Text;

namespace EncordFunctions.Labels.Json;

/// <summary>Decodes the escapes of valid JSON text.</summary>
public static class JsonText
{
    /// <summary>Writes <paramref name="raw"/> (without its quotes) as UTF-8; never longer than it. Half a surrogate pair becomes U+FFFD.</summary>
    public static int Decode(ReadOnlySpan<byte> raw, Span<byte> decoded) => Decode(raw, decoded, out _);

    /// <inheritdoc cref="Decode(ReadOnlySpan{byte}, Span{byte})"/>
    public static int Decode(ReadOnlySpan<byte> raw, Span<byte> decoded, out bool hasHalfPair)
    {
        var written = 0;
        hasHalfPair = false;
        while (true)
        {
            var run = raw.IndexOf((byte)'\\');
            var plain = run < 0 ? raw : raw[..run];
            plain.CopyTo(decoded[written..]);
            written += plain.Length;
            if (run < 0) return written;
            raw = raw[run..];
            if (raw[1] == 'u')
            {
                var rune = ReadRune(ref raw, ref hasHalfPair);
                written += rune.EncodeToUtf8(decoded[written..]);
                continue;
            }
            decoded[written++] = raw[1] switch
            {
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                var itself => itself,
            };
            raw = raw[2..];
        }
    }

    private static Rune ReadRune(ref ReadOnlySpan<byte> raw, ref bool hasHalfPair)
    {
        var first = Unit(raw);
        raw = raw[6..];
        if (Rune.TryCreate(first, out var rune)) return rune;
        if (raw.Length >= 6 && raw[0] == '\\' && raw[1] == 'u' && Rune.TryCreate(first, Unit(raw), out rune))
        {
            raw = raw[6..];
            return rune;
        }
        hasHalfPair = true;
        return Rune.ReplacementChar;
    }

    private static char Unit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
