using System.Text.Json;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Json;

/// <summary>How single values are spelled in every JSON we write.</summary>
internal static class JsonValues
{
    /// <summary>UTC, ISO 8601, a fraction of a second only where there is one; null where unknown.</summary>
    public static void WriteTime(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? time)
    {
        if (time is { } known) json.WriteString(name, known.UtcDateTime);
        else json.WriteNull(name);
    }

    /// <summary>Null where the side is not known: the export writes 0 or nothing.</summary>
    public static void WriteSide(this Utf8JsonWriter json, ReadOnlySpan<byte> name, int pixels)
    {
        if (pixels > 0) json.WriteNumber(name, pixels);
        else json.WriteNull(name);
    }

    public static void WriteWhole(this Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }

    public static void WriteFinite(this Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        json.WritePropertyName(name);
        if (value is { } known) json.WriteFinite(known);
        else json.WriteNullValue();
    }

    /// <summary>The shortest text that reads back as the number; null for infinity, which is the area of a box of 1e300 × 1e300.</summary>
    public static void WriteFinite(this Utf8JsonWriter json, double value)
    {
        Span<byte> text = stackalloc byte[NumberText.Longest];
        json.WriteRawValue(text[..NumberText.Write(value, text)], skipInputValidation: true);
    }

    public static void WriteBounds(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Bounds? bounds)
    {
        json.WritePropertyName(name);
        if (bounds is not var (x, y, w, h))
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartArray();
        json.WriteFinite(x);
        json.WriteFinite(y);
        json.WriteFinite(w);
        json.WriteFinite(h);
        json.WriteEndArray();
    }

    public static void WriteVertex(this Utf8JsonWriter json, Vertex at)
    {
        // In one piece: most of a file is vertices.
        Span<byte> text = stackalloc byte[(2 * NumberText.Longest) + 3];
        text[0] = (byte)'[';
        var length = 1 + NumberText.Write(at.X, text[1..]);
        text[length++] = (byte)',';
        length += NumberText.Write(at.Y, text[length..]);
        text[length++] = (byte)']';
        json.WriteRawValue(text[..length], skipInputValidation: true);
    }

    public static void WriteVertex(this Utf8JsonWriter json, Vertex3D at)
    {
        json.WriteStartArray();
        json.WriteFinite(at.X);
        json.WriteFinite(at.Y);
        json.WriteFinite(at.Z);
        json.WriteEndArray();
    }

    public static void WriteVertex(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Vertex3D at)
    {
        json.WritePropertyName(name);
        json.WriteVertex(at);
    }
}
