using System.Diagnostics;
using System.Text.Json;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Json;

/// <summary>Where on a timeline or in a text something holds: <c>[start, end]</c>, inclusive, or two places of an HTML document.</summary>
internal static class RangeJson
{
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, LabelRange? range)
    {
        json.WritePropertyName(name);
        if (range is null) json.WriteNullValue();
        else Write(json, range);
    }

    /// <summary>The list of all that a classification holds for.</summary>
    public static void WriteAll(Utf8JsonWriter json, Classification classification)
    {
        json.WriteStartArray();
        foreach (var (start, end) in classification.Ranges) Write(json, new LabelRange.Span(start, end));
        foreach (var range in classification.HtmlRanges) Write(json, range);
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, LabelRange range)
    {
        switch (range)
        {
            case LabelRange.Span(var start, var end):
                json.WriteStartArray();
                json.WriteNumberValue(start);
                if (end is { } known) json.WriteNumberValue(known);
                else json.WriteNullValue();
                json.WriteEndArray();
                break;
            case LabelRange.Html(var start, var end):
                json.WriteStartObject();
                Write(json, "start"u8, start);
                Write(json, "end"u8, end);
                json.WriteEndObject();
                break;
            default:
                throw new UnreachableException($"The range {range.GetType().Name} has no JSON.");
        }
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, HtmlPlace place)
    {
        json.WriteStartObject(name);
        json.WriteString("xpath"u8, place.XPath);
        json.WriteNumber("offset"u8, place.Offset);
        json.WriteEndObject();
    }
}
