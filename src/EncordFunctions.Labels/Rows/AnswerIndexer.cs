using System.Text;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads the maps of answers, one entry at a time. Of entries without answers, which most are, only the place is kept.</summary>
internal sealed class AnswerIndexer
{
    private readonly JsonWalker _json;
    private readonly Findings _findings;
    private readonly KeptIssues _kept;
    private readonly AnswerEntry _entry;
    private readonly Dictionary<string, AttributeAnswer[]> _static = [];
    private readonly Dictionary<string, DynamicAnswers> _dynamic = [];
    private readonly Dictionary<string, ClassificationAnswer> _classifications = [];
    private readonly Dictionary<string, long> _answered = [];

    public AnswerIndexer(JsonWalker json, MemberValues values, Findings findings, KeptIssues kept, UnknownMembers unknown, Ontology? ontology)
    {
        _json = json;
        _findings = findings;
        _kept = kept;
        _entry = new AnswerEntry(values, findings, unknown, ontology);
    }

    /// <summary>Static attributes by object hash.</summary>
    public IReadOnlyDictionary<string, AttributeAnswer[]> Static => _static;

    /// <summary>Dynamic attributes by object hash.</summary>
    public IReadOnlyDictionary<string, DynamicAnswers> Dynamic => _dynamic;

    /// <summary>Classification answers by hash.</summary>
    public IReadOnlyDictionary<string, ClassificationAnswer> Classifications => _classifications;

    /// <summary>Where the answers of each object stand, also those that are empty.</summary>
    public IReadOnlyDictionary<string, long> Answered => _answered;

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
        var pointer = $"/{Encoding.UTF8.GetString(_json.Name)}";
        var kind = await _json.PeekAsync(cancellationToken).ConfigureAwait(false);
        if (kind != JsonKind.Object)
        {
            if (kind is not (JsonKind.Null or JsonKind.End))
                _kept.Add(IssueCatalogue.WrongKind, _json.Offset, pointer, $"Expected an object, found {JsonBytes.NameOf(kind)}; read as absent.");
            await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
            return;
        }
        _json.Enter();
        while (await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
        {
            _entry.Begin(pointer, _entry.Values.Strings.Get(_json.Name), _json.Offset);
            if (await _json.TakeAsync(cancellationToken).ConfigureAwait(false))
            {
                _findings.Clear();
                ReadEntry(map);
                if (_findings.Notes.Count > 0) _kept.Add(_findings, _json.Offset, _entry.Pointer(), map == AnswerKind.Classifications ? null : _entry.Hash);
                _json.Release();
            }
            else
                await _kept.SkipTooLongAsync(_json, _entry.Pointer(), cancellationToken).ConfigureAwait(false);
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
                if (ObjectAnswerReader.Read(ref json, _entry) is { Length: > 0 } answers) _static[_entry.Hash] = answers;
                if (_answered.Count < ObjectInstances.Most) _answered[_entry.Hash] = _entry.Offset;
                break;
            case AnswerKind.Actions:
                if (ObjectActionsReader.Read(ref json, _entry) is { } actions) _dynamic[_entry.Hash] = actions;
                break;
            default:
                _classifications[_entry.Hash] = ClassificationAnswerReader.Read(ref json, _entry);
                break;
        }
    }
}
