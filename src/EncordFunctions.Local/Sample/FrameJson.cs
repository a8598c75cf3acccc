using System.Globalization;
using System.Text.Json;

namespace EncordFunctions.Local.Sample;

/// <summary>Writes the objects and classifications of a frame.</summary>
internal sealed class FrameJson(RowPlan plan, Utf8JsonWriter json)
{
    public void Keyed(UnitPlan unit, FramePlan frame)
    {
        json.WriteStartObject(frame.Key);
        Lists(unit, frame);
        if (frame.HasOwnSize && unit.SpaceType is null)
        {
            json.WriteStartObject("metadata");
            json.WriteString("dicom_instance_uid", $"1.2.3.4.6.{frame.Number}");
            json.WriteNull("multiframe_frame_number");
            json.WriteString("file_uri", $"sample/dicom/{unit.Hash}/{frame.Number}");
            json.WriteNumber("width", frame.Width);
            json.WriteNumber("height", frame.Height);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    public void Lists(UnitPlan unit, FramePlan frame)
    {
        json.WriteStartArray("objects");
        foreach (var placement in frame.Placements)
            Object(frame, placement);
        json.WriteEndArray();
        json.WriteStartArray("classifications");
        foreach (var one in plan.Classifications.Where(one => one.IsOn(unit, frame.Number)))
            Classification(one);
        json.WriteEndArray();
    }

    private void Object(FramePlan frame, Placement placement)
    {
        var of = placement.Object;
        json.WriteStartObject();
        json.WriteString("objectHash", of.ObjectHash);
        json.WriteString("featureHash", of.FeatureHash);
        json.WriteString("name", of.Name);
        json.WriteString("value", of.Value);
        json.WriteString("color", of.Color);
        json.WriteString("shape", placement.Fault?.Shape ?? placement.Shape?.Name ?? of.Shape);
        if (placement.Event is { } happens) json.WriteString("event", happens);
        if (placement.Event == "upsert") json.WriteString("interpolate", "hold");
        if (plan.Emitter == Emitter.Page)
            json.WriteString("confidence", of.Confidence.ToString(CultureInfo.InvariantCulture));
        else
            json.WriteNumber("confidence", of.Confidence);
        if (of.CreatedBy is { } createdBy) json.WriteString("createdBy", createdBy);
        json.WriteString("createdAt", RowJson.ObjectDate(of.CreatedAt, plan.Emitter));
        json.WriteBoolean("manualAnnotation", of.ManualAnnotation);
        if (placement.Fault is { } fault)
            fault.Write(json);
        else
            new GeometryJson(json, Math.Max(frame.Width, 1), Math.Max(frame.Height, 1), plan.Emitter).Write(placement);
        json.WriteEndObject();
    }

    private void Classification(ClassificationPlan one)
    {
        json.WriteStartObject();
        json.WriteString("classificationHash", one.Hash);
        json.WriteString("featureHash", one.FeatureHash);
        // On frames a classification goes by the name of its first attribute.
        var name = one.Answers is [var first, ..] ? first.Name : one.Name;
        json.WriteString("name", name);
        json.WriteString("value", name.ToLowerInvariant().Replace(' ', '_'));
        json.WriteNumber("confidence", 1);
        json.WriteString("createdBy", "ada@example.com");
        json.WriteString("createdAt", RowJson.ObjectDate(one.CreatedAt, plan.Emitter));
        json.WriteBoolean("manualAnnotation", true);
        json.WriteEndObject();
    }
}
