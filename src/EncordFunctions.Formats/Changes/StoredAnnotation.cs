using System.Text;
using System.Text.Json;
using EncordFunctions.Formats.Json;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Changes;

/// <summary>What of a line of <c>annotations.jsonl</c> is compared with another one.</summary>
internal sealed record StoredAnnotation
{
    /// <summary>The object.</summary>
    public required string ObjectHash { get; init; }

    /// <summary>Where it is: the file, the stream of a scene, and the frame or the range.</summary>
    public required string Place { get; init; }

    /// <summary>The file it is on.</summary>
    public required string Unit { get; init; }

    /// <summary>The frame it is on; null where it stands over a range.</summary>
    public required long? Frame { get; init; }

    /// <summary>The range it stands over, where it has no geometry; inclusive at both ends.</summary>
    public (long Start, long End)? Range { get; init; }

    /// <summary>Whether the size of the frame is known, so that its geometry is in pixels.</summary>
    public required bool IsInPixels { get; init; }

    /// <summary>The vendor's name of its shape.</summary>
    public required string? Shape { get; init; }

    /// <summary>The <c>geometry</c>, as it is written; empty where there is none.</summary>
    public required byte[] Geometry { get; init; }

    /// <summary>The <c>attributes</c>, as they are written.</summary>
    public required byte[] Attributes { get; init; }

    /// <summary>How many bytes it holds.</summary>
    public int Bytes => Geometry.Length + Attributes.Length + (2 * (ObjectHash.Length + Place.Length + Unit.Length));

    /// <summary>Its geometry; null where it has neither an area nor points on a picture.</summary>
    public Shape? ReadShape() => Geometry.Length == 0 ? null : GeometryReading.Read(Shape, Geometry);

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="isWanted">Whether the annotations of an object are; the rest of a line that is not is not read.</param>
    /// <returns>Null where it is not wanted.</returns>
    /// <exception cref="JsonException">The line is no JSON object.</exception>
    public static StoredAnnotation? Read(ReadOnlySpan<byte> line, Func<string, bool> isWanted)
    {
        var json = new Utf8JsonReader(line);
        string? unit = null, hash = null, shape = null, stream = null;
        long? frame = null;
        var isInPixels = false;
        ReadOnlySpan<byte> geometry = [], attributes = [], range = [];
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new JsonException("The line is no object.");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var member = json.ValueSpan;
            json.Read();
            if (member.SequenceEqual("data_unit_hash"u8)) unit = Text(ref json);
            else if (member.SequenceEqual("frame"u8)) frame = json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var number) ? number : null;
            else if (member.SequenceEqual("width"u8)) isInPixels = json.TokenType == JsonTokenType.Number;
            else if (member.SequenceEqual("shape"u8)) shape = Text(ref json);
            else if (member.SequenceEqual("stream"u8)) stream = Text(ref json);
            else if (member.SequenceEqual("geometry"u8)) geometry = Raw(ref json, line);
            else if (member.SequenceEqual("attributes"u8)) attributes = Raw(ref json, line);
            else if (member.SequenceEqual("range"u8)) range = Raw(ref json, line);
            else if (member.SequenceEqual("object_hash"u8))
            {
                hash = Text(ref json);
                if (hash is null || !isWanted(hash)) return null;
            }
            else json.Skip();
        }
        return hash is null ? null : new StoredAnnotation
        {
            ObjectHash = hash,
            Place = frame is null ? $"{unit}\n{Encoding.UTF8.GetString(range)}" : $"{unit}\n{stream}\n{frame}",
            Unit = unit ?? "",
            Frame = frame,
            Range = frame is null ? RangeOf(range) : null,
            IsInPixels = isInPixels,
            Shape = shape,
            Geometry = geometry is [(byte)'{', ..] ? geometry.ToArray() : [],
            Attributes = attributes is [(byte)'[', ..] ? attributes.ToArray() : "[]"u8.ToArray(),
        };
    }

    private static string? Text(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.String) return json.GetString();
        json.Skip();
        return null;
    }

    private static ReadOnlySpan<byte> Raw(scoped ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return line[start..(int)json.BytesConsumed];
    }

    private static long? Next(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var number) ? number : null;

    // [start, end]; a range of HTML is an object.
    private static (long Start, long End)? RangeOf(ReadOnlySpan<byte> range)
    {
        var json = new Utf8JsonReader(range);
        if (range.IsEmpty || !json.Read() || json.TokenType != JsonTokenType.StartArray) return null;
        return Next(ref json) is { } start && Next(ref json) is { } end ? (start, end) : null;
    }
}
