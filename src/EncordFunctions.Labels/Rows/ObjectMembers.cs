using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>The members that objects have beside their geometry. Most are those of a classification on a frame too.</summary>
internal struct ObjectMembers
{
    public string? ObjectHash;
    public int ObjectHashAt;
    public string? ClassificationHash;
    public string? FeatureHash;
    public string? Name;
    public string? Value;
    public string? Color;
    public string? Shape;
    public int ShapeAt;
    public double? Confidence;
    public bool? ManualAnnotation;
    public string? CreatedBy;
    public DateTimeOffset? CreatedAt;
    public string? LastEditedBy;
    public DateTimeOffset? LastEditedAt;
    public bool IsDeleted;
    public int IsDeletedAt;
    public string? Event;
    public int EventAt;
    public string? Interpolate;

    /// <summary>Members that are known and not used.</summary>
    public static bool IsIgnored(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("reviews"u8) || name.SequenceEqual("frame"u8);

    /// <summary>Reads the member's value if it is one of these.</summary>
    public bool TryRead(ReadOnlySpan<byte> name, ref JsonCursor json, MemberValues values)
    {
        switch (name.Length)
        {
            case 4 when name.SequenceEqual("name"u8):
                Name = values.Text(ref json, "/name");
                return true;
            case 5 when name.SequenceEqual("event"u8):
                EventAt = json.At;
                Event = values.Text(ref json, "/event");
                return true;
            case 5 when name.SequenceEqual("value"u8):
                Value = values.Text(ref json, "/value");
                return true;
            case 5 when name.SequenceEqual("color"u8):
                Color = values.Color(ref json, "/color");
                return true;
            case 5 when name.SequenceEqual("shape"u8):
                ShapeAt = json.At;
                Shape = values.Text(ref json, "/shape");
                return true;
            case 9 when name.SequenceEqual("createdAt"u8):
                CreatedAt = values.Date(ref json, "/createdAt");
                return true;
            case 9 when name.SequenceEqual("createdBy"u8):
                CreatedBy = values.Text(ref json, "/createdBy");
                return true;
            case 9 when name.SequenceEqual("isDeleted"u8):
                IsDeletedAt = json.At;
                IsDeleted = values.Flag(ref json, "/isDeleted") ?? false;
                return true;
            case 10 when name.SequenceEqual("objectHash"u8):
                ObjectHashAt = json.At;
                ObjectHash = values.Text(ref json, "/objectHash");
                return true;
            case 10 when name.SequenceEqual("confidence"u8):
                Confidence = values.Number(ref json, "/confidence");
                return true;
            case 11 when name.SequenceEqual("interpolate"u8):
                Interpolate = values.Text(ref json, "/interpolate");
                return true;
            case 11 when name.SequenceEqual("featureHash"u8):
                FeatureHash = values.Text(ref json, "/featureHash");
                return true;
            case 12 when name.SequenceEqual("lastEditedAt"u8):
                LastEditedAt = values.Date(ref json, "/lastEditedAt");
                return true;
            case 12 when name.SequenceEqual("lastEditedBy"u8):
                LastEditedBy = values.Text(ref json, "/lastEditedBy");
                return true;
            case 16 when name.SequenceEqual("manualAnnotation"u8):
                ManualAnnotation = values.Flag(ref json, "/manualAnnotation");
                return true;
            case 18 when name.SequenceEqual("classificationHash"u8):
                ClassificationHash = values.Text(ref json, "/classificationHash");
                return true;
            default:
                return false;
        }
    }
}
