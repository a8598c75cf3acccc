using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Answers;

/// <summary>Reads attribute entries: <c>{name, value, answers, featureHash, ...}</c>, and of dynamic ones also <c>range</c>.</summary>
internal sealed class AttributeReader
{
    private readonly MemberValues _values;
    private readonly Findings _findings;
    private readonly UnknownMembers _unknown;

    public AttributeReader(MemberValues values, Findings findings, UnknownMembers unknown)
    {
        _values = values;
        _findings = findings;
        _unknown = unknown;
    }

    /// <summary>Reads the entry that follows; null where its answer can't be read.</summary>
    /// <param name="json">The entries.</param>
    /// <param name="frames">Takes the range of a dynamic attribute; null for a static one.</param>
    /// <param name="at">Where it stands, for members that are not known.</param>
    public AttributeAnswer? Read(ref JsonCursor json, FrameRanges? frames, in LeafPlace at)
    {
        if (json.Peek() != JsonKind.Object)
        {
            _findings.Note(IssueCatalogue.AnswerMalformed, json.At, "", $"Expected an attribute, found {JsonBytes.NameOf(json.Peek())}.");
            json.Skip();
            return null;
        }
        string? name = null, value = null, featureHash = null;
        AnswerValue? answer = new AnswerValue.None();
        json.Enter();
        while (json.NextMember(out var member))
        {
            if (member.SequenceEqual("name"u8)) name = _values.Text(ref json, "/name");
            else if (member.SequenceEqual("value"u8)) value = _values.Text(ref json, "/value");
            else if (member.SequenceEqual("featureHash"u8)) featureHash = _values.Text(ref json, "/featureHash");
            else if (member.SequenceEqual("answers"u8)) answer = ReadAnswer(ref json);
            else if (member.SequenceEqual("range"u8) && frames is not null) RangeReader.Read(ref json, frames, "/range", _findings);
            else
            {
                if (!IsKnown(member)) at.Unknown(_unknown, "an attribute", member, json.At);
                json.Skip();
            }
        }
        return answer is null ? null : new AttributeAnswer(name, value, featureHash, answer, frames is not null);
    }

    private AnswerValue? ReadAnswer(ref JsonCursor json)
    {
        var kind = json.Peek();
        var at = json.At;
        switch (kind)
        {
            case JsonKind.Text:
                return new AnswerValue.Text(_values.Text(ref json, "/answers")!);
            case JsonKind.Number:
                return _values.Number(ref json, "/answers") is { } number ? new AnswerValue.Number(number) : null;
            case JsonKind.List:
                return ReadOptions(ref json);
            case JsonKind.Null:
                json.Skip();
                return new AnswerValue.None();
            default:
                json.Skip();
                _findings.Note(IssueCatalogue.AnswerMalformed, at, "/answers", $"An answer can't be {JsonBytes.NameOf(kind)}; the attribute is left out.");
                return null;
        }
    }

    private AnswerValue.Options ReadOptions(ref JsonCursor json)
    {
        var chosen = new List<ChosenOption>();
        json.Enter();
        for (var index = 0; json.NextElement(); index++)
        {
            var kind = json.Peek();
            if (kind == JsonKind.Object) chosen.Add(ReadOption(ref json));
            else
            {
                _findings.Note(IssueCatalogue.AnswerMalformed, json.At, $"/answers/{index}", $"An option can't be {JsonBytes.NameOf(kind)}; it is left out.");
                json.Skip();
            }
        }
        return new AnswerValue.Options(chosen);
    }

    private ChosenOption ReadOption(ref JsonCursor json)
    {
        string? name = null, value = null, featureHash = null;
        json.Enter();
        while (json.NextMember(out var member))
        {
            if (member.SequenceEqual("name"u8)) name = _values.Text(ref json, "/answers");
            else if (member.SequenceEqual("value"u8)) value = _values.Text(ref json, "/answers");
            else if (member.SequenceEqual("featureHash"u8)) featureHash = _values.Text(ref json, "/answers");
            else json.Skip();
        }
        return new ChosenOption(name, value, featureHash);
    }

    private static bool IsKnown(ReadOnlySpan<byte> member) =>
        member.SequenceEqual("manualAnnotation"u8) || member.SequenceEqual("dynamic"u8) || member.SequenceEqual("range"u8)
        || member.SequenceEqual("shouldPropagate"u8) || member.SequenceEqual("trackHash"u8) || member.SequenceEqual("spaceId"u8)
        || member.SequenceEqual("reviews"u8);
}
