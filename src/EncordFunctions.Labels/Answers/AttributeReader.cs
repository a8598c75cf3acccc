using System.Globalization;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Answers;

/// <summary>Reads attribute entries: <c>{name, value, answers, featureHash, ...}</c>, and of dynamic ones also <c>range</c> and <c>spaceId</c>.</summary>
internal sealed class AttributeReader
{
    private readonly MemberValues _values;
    private readonly Findings _findings;
    private readonly UnknownMembers _unknown;
    private readonly RangeReader _ranges;
    private readonly AttributeCheck? _check;

    public AttributeReader(MemberValues values, Findings findings, UnknownMembers unknown, RangeReader ranges, Ontology? ontology)
    {
        _values = values;
        _findings = findings;
        _unknown = unknown;
        _ranges = ranges;
        _check = ontology is null ? null : new AttributeCheck(ontology, findings);
    }

    /// <summary>Reads the static attribute that follows; null where its answer can't be read.</summary>
    /// <param name="json">The entries.</param>
    /// <param name="at">Where it stands, for members that are not known.</param>
    public AttributeAnswer? Read(ref JsonCursor json, in LeafPlace at) => Read(ref json, at, null, out _);

    /// <summary>Reads the dynamic attribute that follows; null where its answer can't be read, or holds on no frame.</summary>
    /// <param name="json">The entries.</param>
    /// <param name="at">Where it stands, for members that are not known.</param>
    public DynamicAction? ReadAction(ref JsonCursor json, in LeafPlace at)
    {
        var start = json.At;
        var frames = new FrameRanges();
        if (Read(ref json, at, frames, out var space) is not { } answer) return null;
        if (!frames.IsEmpty) return new DynamicAction(answer, frames, space);
        _findings.Note(IssueCatalogue.ActionWithoutRange, start, "", "The answer has no range, so it holds on no frame.");
        return null;
    }

    private AttributeAnswer? Read(ref JsonCursor json, in LeafPlace at, FrameRanges? frames, out string? space)
    {
        space = null;
        var kind = json.Peek();
        var start = json.At;
        if (kind != JsonKind.Object)
        {
            _findings.Note(IssueCatalogue.AnswerMalformed, start, "", $"Expected an attribute, found {JsonBytes.NameOf(kind)}.");
            json.Skip();
            return null;
        }
        string? name = null, value = null, featureHash = null;
        AnswerValue? answer = null;
        var answered = false;
        json.Enter();
        while (json.NextMember(out var member))
        {
            if (member.SequenceEqual("name"u8)) name = _values.Text(ref json, "/name");
            else if (member.SequenceEqual("value"u8)) value = _values.Text(ref json, "/value");
            else if (member.SequenceEqual("featureHash"u8)) featureHash = _values.Text(ref json, "/featureHash");
            else if (member.SequenceEqual("answers"u8)) (answer, answered) = (ReadAnswer(ref json, at), true);
            else if (member.SequenceEqual("range"u8) && frames is not null)
            {
                _ranges.Read(ref json, "/range");
                frames.AddAll(_ranges.Spans);
            }
            else if (member.SequenceEqual("spaceId"u8)) space = _values.Text(ref json, "/spaceId");
            else
            {
                if (!IsKnown(member)) at.Unknown(_unknown, "an attribute", member, json.At);
                json.Skip();
            }
        }
        if (!answered) _findings.Note(IssueCatalogue.AnswerMalformed, start, "", $"The attribute {name ?? featureHash} has no answers; it is left out.");
        if (answer is null) return null;
        var read = new AttributeAnswer(name, value, featureHash, answer, frames is not null);
        return _check?.Typed(read, start) ?? read;
    }

    private AnswerValue? ReadAnswer(ref JsonCursor json, in LeafPlace at)
    {
        var kind = json.Peek();
        var start = json.At;
        switch (kind)
        {
            case JsonKind.Text:
                return new AnswerValue.Text(_values.Text(ref json, "/answers")!);
            case JsonKind.Number:
                return _values.Number(ref json, "/answers") is { } number ? new AnswerValue.Number(number) : null;
            case JsonKind.List:
                return ReadOptions(ref json, at);
            case JsonKind.Null:
                json.Skip();
                return new AnswerValue.None();
            default:
                json.Skip();
                _findings.Note(IssueCatalogue.AnswerMalformed, start, "/answers", $"An answer can't be {JsonBytes.NameOf(kind)}; the attribute is left out.");
                return null;
        }
    }

    private AnswerValue.Options ReadOptions(ref JsonCursor json, in LeafPlace at)
    {
        var chosen = new List<ChosenOption>();
        json.Enter();
        for (var index = 0; json.NextElement(); index++)
        {
            var kind = json.Peek();
            if (kind == JsonKind.Object) chosen.Add(ReadOption(ref json, at, index));
            else
            {
                _findings.Note(IssueCatalogue.AnswerMalformed, json.At, PathOf(index), $"An option can't be {JsonBytes.NameOf(kind)}; it is left out.");
                json.Skip();
            }
        }
        return new AnswerValue.Options(chosen);
    }

    private ChosenOption ReadOption(ref JsonCursor json, in LeafPlace at, int index)
    {
        string? name = null, value = null, featureHash = null;
        var path = index == 0 ? "/answers/0" : PathOf(index);
        json.Enter();
        while (json.NextMember(out var member))
        {
            if (member.SequenceEqual("name"u8)) name = _values.Text(ref json, path);
            else if (member.SequenceEqual("value"u8)) value = _values.Text(ref json, path);
            else if (member.SequenceEqual("featureHash"u8)) featureHash = _values.Text(ref json, path);
            else
            {
                at.Unknown(_unknown, "an option", member, json.At, path);
                json.Skip();
            }
        }
        return new ChosenOption(name, value, featureHash);
    }

    private static string PathOf(int index) => $"/answers/{index.ToString(CultureInfo.InvariantCulture)}";

    private static bool IsKnown(ReadOnlySpan<byte> member) =>
        member.SequenceEqual("manualAnnotation"u8) || member.SequenceEqual("dynamic"u8) || member.SequenceEqual("range"u8)
        || member.SequenceEqual("shouldPropagate"u8) || member.SequenceEqual("trackHash"u8) || member.SequenceEqual("reviews"u8);
}
