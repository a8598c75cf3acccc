using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Answers;

/// <summary>Reads an entry of <c>classification_answers</c>.</summary>
internal static class ClassificationAnswerReader
{
    public static ClassificationAnswer Read(ref JsonCursor json, AnswerEntry entry)
    {
        var answer = new ClassificationAnswer { Offset = entry.Offset };
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("classifications"u8)) answer.Answers = entry.ReadAttributes(ref json);
            else if (name.SequenceEqual("range"u8) || name.SequenceEqual("range_html"u8)) ReadRanges(ref json, entry, answer, name);
            else if (name.SequenceEqual("spaces"u8)) answer.Spaces = entry.Spaces.Read(ref json);
            else if (name.SequenceEqual("classificationHash"u8)) entry.CheckHash(ref json, "/classificationHash");
            else if (!TryReadPlain(name, ref json, entry, answer)) entry.Skip(ref json, name, name.SequenceEqual("reviews"u8), "a classification answer");
        }
        return answer;
    }

    private static void ReadRanges(ref JsonCursor json, AnswerEntry entry, ClassificationAnswer answer, ReadOnlySpan<byte> name)
    {
        answer.RangeAt = json.At;
        entry.Ranges.Read(ref json, $"/{entry.Values.Strings.Get(name)}");
        answer.Frames.AddAll(entry.Ranges.Spans);
        if (entry.Ranges.Html.Count > 0) answer.Html = [.. entry.Ranges.Html];
    }

    private static bool TryReadPlain(ReadOnlySpan<byte> name, ref JsonCursor json, AnswerEntry entry, ClassificationAnswer answer)
    {
        var values = entry.Values;
        if (name.SequenceEqual("featureHash"u8)) answer.FeatureHash = values.Text(ref json, "/featureHash");
        else if (name.SequenceEqual("name"u8)) answer.Name = values.Text(ref json, "/name");
        else if (name.SequenceEqual("value"u8)) answer.Value = values.Text(ref json, "/value");
        else if (name.SequenceEqual("confidence"u8)) answer.Confidence = values.Number(ref json, "/confidence");
        else if (name.SequenceEqual("manualAnnotation"u8)) answer.ManualAnnotation = values.Flag(ref json, "/manualAnnotation");
        else if (name.SequenceEqual("createdBy"u8)) answer.CreatedBy = values.Text(ref json, "/createdBy");
        else if (name.SequenceEqual("createdAt"u8)) answer.CreatedAt = values.Date(ref json, "/createdAt");
        else if (name.SequenceEqual("lastEditedBy"u8)) answer.LastEditedBy = values.Text(ref json, "/lastEditedBy");
        else if (name.SequenceEqual("lastEditedAt"u8)) answer.LastEditedAt = values.Date(ref json, "/lastEditedAt");
        else return false;
        return true;
    }
}
