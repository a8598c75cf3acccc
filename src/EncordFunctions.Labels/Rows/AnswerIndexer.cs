using System.Text;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads the maps of answers, one entry at a time. Entries without answers, which most are, are not kept.</summary>
internal sealed class AnswerIndexer
{
    private readonly JsonWalker _json;
    private readonly MemberValues _values;
    private readonly Findings _findings;
    private readonly KeptIssues _kept;
    private readonly UnknownMembers _unknown;
    private readonly AttributeReader _attributes;
    private readonly Dictionary<string, AttributeAnswer[]> _static = [];
    private readonly Dictionary<string, DynamicAnswers> _dynamic = [];
    private readonly Dictionary<string, ClassificationAnswer> _classifications = [];
    private readonly Func<string> _pointerOfEntry;
    private string _map = "";
    private string _hash = "";

    public AnswerIndexer(JsonWalker json, MemberValues values, Findings findings, KeptIssues kept, UnknownMembers unknown)
    {
        _json = json;
        _values = values;
        _findings = findings;
        _kept = kept;
        _unknown = unknown;
        _attributes = new AttributeReader(values, findings, unknown);
        _pointerOfEntry = () => JsonPointer.Append(_map, _hash);
    }

    /// <summary>Static attributes by object hash.</summary>
    public IReadOnlyDictionary<string, AttributeAnswer[]> Static => _static;

    /// <summary>Dynamic attributes by object hash.</summary>
    public IReadOnlyDictionary<string, DynamicAnswers> Dynamic => _dynamic;

    /// <summary>Classification answers by hash.</summary>
    public IReadOnlyDictionary<string, ClassificationAnswer> Classifications => _classifications;

    /// <summary>Which map of answers a member of the row is.</summary>
    public static AnswerKind? KindOf(ReadOnlySpan<byte> member)
    {
        if (member.SequenceEqual("object_answers"u8)) return AnswerKind.Objects;
        if (member.SequenceEqual("object_actions"u8)) return AnswerKind.Actions;
        return member.SequenceEqual("classification_answers"u8) ? AnswerKind.Classifications : null;
    }

    /// <summary>Reads the map that follows.</summary>
    public async ValueTask ReadAsync(AnswerKind map, CancellationToken cancellationToken)
    {
        _map = $"/{Encoding.UTF8.GetString(_json.Name)}";
        var kind = await _json.PeekAsync(cancellationToken).ConfigureAwait(false);
        if (kind != JsonKind.Object)
        {
            if (kind is not (JsonKind.Null or JsonKind.End))
                _kept.Add(IssueCatalogue.WrongKind, _json.Offset, _map, $"Expected an object, found {JsonBytes.NameOf(kind)}; read as absent.");
            await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
            return;
        }
        _json.Enter();
        while (await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
        {
            _hash = _values.Strings.Get(_json.Name);
            if (await _json.TakeAsync(cancellationToken).ConfigureAwait(false))
            {
                _findings.Clear();
                ReadEntry(map);
                if (_findings.Notes.Count > 0) _kept.Add(_findings, _json.Offset, _pointerOfEntry());
                _json.Release();
            }
            else
                await _kept.SkipTooLongAsync(_json, _pointerOfEntry(), cancellationToken).ConfigureAwait(false);
        }
    }

    private void ReadEntry(AnswerKind map)
    {
        var json = new JsonCursor(_json.Taken);
        if (json.Peek() != JsonKind.Object)
        {
            if (json.Peek() != JsonKind.Null) _findings.Note(IssueCatalogue.AnswerMalformed, 0, "", $"Expected answers, found {JsonBytes.NameOf(json.Peek())}; left out.");
            return;
        }
        switch (map)
        {
            case AnswerKind.Objects:
                ReadObject(ref json);
                break;
            case AnswerKind.Actions:
                ReadActions(ref json);
                break;
            default:
                ReadClassification(ref json);
                break;
        }
    }

    private void ReadObject(ref JsonCursor json)
    {
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("classifications"u8)) Keep(ReadAttributes(ref json));
            else SkipKnown(ref json, name, IsOfRangeObject(name), "an object answer");
        }
    }

    private void Keep(AttributeAnswer[] answers)
    {
        if (answers.Length > 0) _static[_hash] = answers;
    }

    private void ReadActions(ref JsonCursor json)
    {
        var actions = new List<DynamicAction>();
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (!name.SequenceEqual("actions"u8) || !EnterList(ref json, "actions"))
            {
                SkipKnown(ref json, name, name.SequenceEqual("actions"u8) || name.SequenceEqual("objectHash"u8), "object actions");
                continue;
            }
            for (var index = 0; json.NextElement(); index++)
            {
                _findings.Within("actions", index);
                json.Peek();
                var at = json.At;
                var frames = new FrameRanges();
                if (_attributes.Read(ref json, frames, Place()) is not { } answer) continue;
                if (frames.IsEmpty) _findings.Note(IssueCatalogue.ActionWithoutRange, at, "", "The answer has no range, so it holds on no frame.");
                else actions.Add(new DynamicAction(answer, frames));
            }
            _findings.Leave();
        }
        if (actions.Count > 0) _dynamic[_hash] = new DynamicAnswers([.. actions]);
    }

    private void ReadClassification(ref JsonCursor json)
    {
        var answer = new ClassificationAnswer { Offset = _json.Offset };
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("classifications"u8)) answer.Answers = ReadAttributes(ref json);
            else if (name.SequenceEqual("range"u8)) RangeReader.Read(ref json, answer.Frames, "/range", _findings);
            else if (name.SequenceEqual("featureHash"u8)) answer.FeatureHash = _values.Text(ref json, "/featureHash");
            else if (name.SequenceEqual("name"u8)) answer.Name = _values.Text(ref json, "/name");
            else if (name.SequenceEqual("value"u8)) answer.Value = _values.Text(ref json, "/value");
            else if (name.SequenceEqual("confidence"u8)) answer.Confidence = _values.Number(ref json, "/confidence");
            else if (name.SequenceEqual("manualAnnotation"u8)) answer.ManualAnnotation = _values.Flag(ref json, "/manualAnnotation");
            else if (name.SequenceEqual("createdBy"u8)) answer.CreatedBy = _values.Text(ref json, "/createdBy");
            else if (name.SequenceEqual("createdAt"u8)) answer.CreatedAt = _values.Date(ref json, "/createdAt");
            else if (name.SequenceEqual("lastEditedBy"u8)) answer.LastEditedBy = _values.Text(ref json, "/lastEditedBy");
            else if (name.SequenceEqual("lastEditedAt"u8)) answer.LastEditedAt = _values.Date(ref json, "/lastEditedAt");
            else SkipKnown(ref json, name, name.SequenceEqual("classificationHash"u8) || name.SequenceEqual("reviews"u8) || name.SequenceEqual("spaces"u8), "a classification answer");
        }
        _classifications[_hash] = answer;
    }

    private AttributeAnswer[] ReadAttributes(ref JsonCursor json)
    {
        if (!EnterList(ref json, "classifications"))
        {
            json.Skip();
            return [];
        }
        List<AttributeAnswer>? answers = null;
        for (var index = 0; json.NextElement(); index++)
        {
            _findings.Within("classifications", index);
            if (_attributes.Read(ref json, null, Place()) is { } answer) (answers ??= []).Add(answer);
        }
        _findings.Leave();
        return answers is null ? [] : [.. answers];
    }

    private bool EnterList(ref JsonCursor json, string member)
    {
        var kind = json.Peek();
        if (kind == JsonKind.List) json.Enter();
        else if (kind != JsonKind.Null) _findings.Note(IssueCatalogue.AnswerMalformed, json.At, $"/{member}", $"Expected a list, found {JsonBytes.NameOf(kind)}; left out.");
        return kind == JsonKind.List;
    }

    private LeafPlace Place() => new(_json.Offset, _pointerOfEntry);

    private void SkipKnown(ref JsonCursor json, ReadOnlySpan<byte> name, bool known, string holder)
    {
        if (!known) _unknown.Add(holder, name, _json.Offset + json.At, _pointerOfEntry);
        json.Skip();
    }

    /// <summary>The members an object answer has in rows whose objects are ranges; elsewhere only the first is written.</summary>
    private static bool IsOfRangeObject(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("objectHash"u8) || name.SequenceEqual("featureHash"u8) || name.SequenceEqual("range"u8)
        || name.SequenceEqual("createdBy"u8) || name.SequenceEqual("createdAt"u8) || name.SequenceEqual("lastEditedBy"u8)
        || name.SequenceEqual("lastEditedAt"u8) || name.SequenceEqual("manualAnnotation"u8) || name.SequenceEqual("confidence"u8)
        || name.SequenceEqual("name"u8) || name.SequenceEqual("value"u8) || name.SequenceEqual("color"u8) || name.SequenceEqual("shape"u8)
        || name.SequenceEqual("spaces"u8) || name.SequenceEqual("range_html"u8) || name.SequenceEqual("reviews"u8);
}
