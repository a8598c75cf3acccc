using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Answers;

/// <summary>Reads an entry of <c>object_answers</c> for its static attributes. Where the entry is the object itself, the rest is read later.</summary>
internal static class ObjectAnswerReader
{
    public static AttributeAnswer[] Read(ref JsonCursor json, AnswerEntry entry)
    {
        AttributeAnswer[] answers = [];
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("classifications"u8)) answers = entry.ReadAttributes(ref json);
            else if (name.SequenceEqual("objectHash"u8)) entry.CheckHash(ref json, "/objectHash");
            else entry.Skip(ref json, name, IsOfRangeObject(name), "an object answer");
        }
        return answers;
    }

    /// <summary>The members an object answer has in rows whose objects are ranges.</summary>
    public static bool IsOfRangeObject(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("featureHash"u8) || name.SequenceEqual("range"u8) || name.SequenceEqual("createdBy"u8) || name.SequenceEqual("createdAt"u8)
        || name.SequenceEqual("lastEditedBy"u8) || name.SequenceEqual("lastEditedAt"u8) || name.SequenceEqual("manualAnnotation"u8)
        || name.SequenceEqual("confidence"u8) || name.SequenceEqual("name"u8) || name.SequenceEqual("value"u8) || name.SequenceEqual("color"u8)
        || name.SequenceEqual("shape"u8) || name.SequenceEqual("spaces"u8) || name.SequenceEqual("range_html"u8) || name.SequenceEqual("reviews"u8)
        || name.SequenceEqual("isDeleted"u8);
}
