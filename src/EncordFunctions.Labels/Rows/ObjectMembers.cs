using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>The members that objects have beside their geometry. Most are those of a classification on a frame too.</summary>
internal struct ObjectMembers
{
    public string? ObjectHash;
    public string? ClassificationHash;
    public string? FeatureHash;
    public string? Name;
    public string? Value;
    public string? Color;
    public string? Shape;
    public double? Confidence;
    public bool? ManualAnnotation;
    public string? CreatedBy;
    public DateTimeOffset? CreatedAt;
    public string? LastEditedBy;
    public DateTimeOffset? LastEditedAt;
    public bool IsDeleted;
    public int IsDeletedAt;

    /// <summary>Members that are known and not used.</summary>
    public static bool IsIgnored(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("reviews"u8) || name.SequenceEqual("frame"u8) || name.SequenceEqual("event"u8) || name.SequenceEqual("interpolate"u8);

    /// <summary>Reads the member's value if it is one of these.</summary>
    public bool TryRead(ReadOnlySpan<byte> name, ref JsonCursor json, MemberValues values)
    {
        if (name.SequenceEqual("objectHash"u8)) ObjectHash = values.Text(ref json, "/objectHash");
        else if (name.SequenceEqual("featureHash"u8)) FeatureHash = values.Text(ref json, "/featureHash");
        else if (name.SequenceEqual("name"u8)) Name = values.Text(ref json, "/name");
        else if (name.SequenceEqual("value"u8)) Value = values.Text(ref json, "/value");
        else if (name.SequenceEqual("color"u8)) Color = values.Color(ref json, "/color");
        else if (name.SequenceEqual("shape"u8)) Shape = values.Text(ref json, "/shape");
        else if (name.SequenceEqual("confidence"u8)) Confidence = values.Number(ref json, "/confidence");
        else if (name.SequenceEqual("createdAt"u8)) CreatedAt = values.Date(ref json, "/createdAt");
        else if (name.SequenceEqual("createdBy"u8)) CreatedBy = values.Text(ref json, "/createdBy");
        else if (name.SequenceEqual("lastEditedAt"u8)) LastEditedAt = values.Date(ref json, "/lastEditedAt");
        else if (name.SequenceEqual("lastEditedBy"u8)) LastEditedBy = values.Text(ref json, "/lastEditedBy");
        else if (name.SequenceEqual("manualAnnotation"u8)) ManualAnnotation = values.Flag(ref json, "/manualAnnotation");
        else if (name.SequenceEqual("classificationHash"u8)) ClassificationHash = values.Text(ref json, "/classificationHash");
        else if (name.SequenceEqual("isDeleted"u8))
        {
            json.Peek();
            IsDeletedAt = json.At;
            IsDeleted = values.Flag(ref json, "/isDeleted") ?? false;
        }
        else return false;
        return true;
    }
}
