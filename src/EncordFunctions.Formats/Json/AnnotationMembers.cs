using System.Text.Json;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Json;

/// <summary>The members that an annotation has wherever it is written as JSON.</summary>
internal static class AnnotationMembers
{
    /// <summary>Which row, file and frame it is on.</summary>
    public static void WritePlace(Utf8JsonWriter json, LabelRowHeader header, Annotation annotation)
    {
        json.WriteString("label_hash"u8, header.LabelHash);
        json.WriteString("branch_name"u8, header.BranchName);
        json.WriteString("data_hash"u8, header.DataHash);
        json.WriteString("data_unit_hash"u8, annotation.Unit.Hash);
        json.WriteString("data_title"u8, annotation.Unit.Title ?? header.DataTitle);
        json.WriteWhole("frame"u8, annotation.Frame?.Number);
    }

    /// <summary>The size of its frame, the object it shows, what that is, and who drew it when.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="className">What the member with the name of its class is called.</param>
    /// <param name="annotation">The annotation.</param>
    public static void WriteObject(Utf8JsonWriter json, ReadOnlySpan<byte> className, Annotation annotation)
    {
        json.WriteSide("width"u8, annotation.Frame?.Size.Width ?? 0);
        json.WriteSide("height"u8, annotation.Frame?.Size.Height ?? 0);
        json.WriteString("object_hash"u8, annotation.ObjectHash);
        json.WriteString("feature_hash"u8, annotation.FeatureHash);
        json.WriteString(className, annotation.Name);
        json.WriteString("value"u8, annotation.Value);
        json.WriteString("color"u8, annotation.Color);
        json.WriteString("shape"u8, annotation.Shape.Name);
        json.WriteFinite("confidence"u8, annotation.Confidence);
        json.WriteBoolean("manual_annotation"u8, annotation.ManualAnnotation);
        json.WriteString("created_by"u8, annotation.CreatedBy);
        json.WriteTime("created_at"u8, annotation.CreatedAt);
        json.WriteString("last_edited_by"u8, annotation.LastEditedBy);
        json.WriteTime("last_edited_at"u8, annotation.LastEditedAt);
    }
}
