using System.Text.Json;
using EncordFunctions.Formats.Json;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Ranges;

/// <summary>A segment as a line of JSON: every line has the same members, null where they don't apply.</summary>
internal static class SegmentJson
{
    public static void Write(Utf8JsonWriter json, LabelRowHeader header, in Segment segment)
    {
        var annotation = segment.Annotation;
        json.WriteString("label_hash"u8, header.LabelHash);
        json.WriteString("branch_name"u8, header.BranchName);
        json.WriteString("data_hash"u8, header.DataHash);
        json.WriteString("data_unit_hash"u8, annotation.Unit.Hash);
        json.WriteString("data_title"u8, annotation.Unit.Title ?? header.DataTitle);
        json.WriteString("unit"u8, segment.Unit);
        json.WriteNumber("start"u8, segment.Start);
        json.WriteWhole("end"u8, segment.End);
        json.WriteFinite("start_seconds"u8, segment.IsSound ? segment.Start / 1000.0 : null);
        json.WriteFinite("end_seconds"u8, segment.IsSound ? segment.EndBefore / 1000.0 : null);
        json.WriteString("start_xpath"u8, segment.StartXPath);
        json.WriteString("end_xpath"u8, segment.EndXPath);
        json.WriteString("object_hash"u8, annotation.ObjectHash);
        json.WriteString("feature_hash"u8, annotation.FeatureHash);
        json.WriteString("name"u8, annotation.Name);
        json.WriteString("value"u8, annotation.Value);
        json.WriteString("color"u8, annotation.Color);
        json.WriteFinite("confidence"u8, annotation.Confidence);
        json.WriteBoolean("manual_annotation"u8, annotation.ManualAnnotation);
        json.WriteString("text"u8, segment.Text());
        AnswerJson.Write(json, "attributes"u8, annotation.Attributes, sayDynamic: true);
        json.WriteString("stream"u8, annotation.Frame?.Stream);
    }
}
