using System.Text.Json;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Local.Sample;

/// <summary>Writes what an object over ranges is: its answer is all there is of it.</summary>
internal sealed class RangesJson(RowPlan plan, Utf8JsonWriter json)
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<FrameRange> ranges)
    {
        json.WriteStartArray("range");
        foreach (var range in ranges)
            Pair(json, range.Start, range.End);
        json.WriteEndArray();
    }

    public void Write(SampleObject of)
    {
        var ranges = plan.Ranges.Where(range => range.Object == of).ToLookup(range => range.Unit);
        var own = ranges.Where(unit => unit.Key.SpaceType is null).SelectMany(unit => unit).Select(one => one.Range).ToArray();
        json.WriteString("featureHash", of.FeatureHash);
        json.WriteStartArray("range");
        foreach (var span in own.OfType<LabelRange.Span>())
            Pair(json, span.Start, span.End!.Value);
        json.WriteEndArray();
        if (own.Any(range => range is LabelRange.Html)) Html(own.OfType<LabelRange.Html>());
        if (of.CreatedBy is { } createdBy) json.WriteString("createdBy", createdBy);
        json.WriteString("createdAt", RowJson.ObjectDate(of.CreatedAt, plan.Emitter));
        json.WriteNumber("confidence", of.Confidence);
        json.WriteBoolean("manualAnnotation", of.ManualAnnotation);
        json.WriteString("name", of.Name);
        json.WriteString("value", of.Value);
        json.WriteString("color", of.Color);
        json.WriteString("shape", of.Shape);
        if (ranges.Any(unit => unit.Key.SpaceType is not null)) Spaces(ranges);
    }

    private void Html(IEnumerable<LabelRange.Html> ranges)
    {
        json.WriteStartArray("range_html");
        foreach (var range in ranges)
        {
            json.WriteStartObject();
            json.WritePropertyName("start");
            Place(range.Start);
            json.WritePropertyName("end");
            Place(range.End);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Spaces(ILookup<UnitPlan, RangePlacement> ranges)
    {
        json.WriteStartObject("spaces");
        foreach (var space in ranges.Where(unit => unit.Key.SpaceType is not null))
        {
            json.WriteStartObject(space.Key.Hash);
            json.WriteStartArray("range");
            foreach (var one in space)
            {
                if (one.Range is LabelRange.Span span)
                {
                    Pair(json, span.Start, span.End!.Value);
                }
                else if (one.Range is LabelRange.Html html)
                {
                    // In a space two places are a pair, and not an object as they are outside of one.
                    json.WriteStartArray();
                    Place(html.Start);
                    Place(html.End);
                    json.WriteEndArray();
                }
            }
            json.WriteEndArray();
            json.WriteString("type", space.Key.SpaceType == "html" ? "html" : "frame");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private void Place(HtmlPlace place)
    {
        json.WriteStartObject();
        // The documentation page still has the name of before 2025.
        json.WriteString(plan.Emitter == Emitter.Page ? "node" : "xpath", place.XPath);
        json.WriteNumber("offset", place.Offset);
        json.WriteEndObject();
    }

    private static void Pair(Utf8JsonWriter json, long start, long end)
    {
        json.WriteStartArray();
        json.WriteNumberValue(start);
        json.WriteNumberValue(end);
        json.WriteEndArray();
    }
}
