using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Answers;

/// <summary>One entry of a map of answers, and what reading it needs: what all three kinds of entries have in common.</summary>
internal sealed class AnswerEntry
{
    private readonly UnknownMembers _unknown;
    private readonly Func<string> _pointer;
    private string _map = "";

    public AnswerEntry(MemberValues values, Findings findings, UnknownMembers unknown, Ontology? ontology)
    {
        Values = values;
        Findings = findings;
        _unknown = unknown;
        Ranges = new RangeReader(values, findings);
        Spaces = new SpaceRangesReader(values, Ranges);
        Attributes = new AttributeReader(values, findings, unknown, Ranges, ontology);
        _pointer = () => Pointer() + Findings.Place;
    }

    public MemberValues Values { get; }

    public Findings Findings { get; }

    public RangeReader Ranges { get; }

    public SpaceRangesReader Spaces { get; }

    public AttributeReader Attributes { get; }

    /// <summary>Its key.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Where it stands in the row.</summary>
    public long Offset { get; private set; }

    /// <summary>Where it stands, for its parts.</summary>
    public LeafPlace Place => new(Offset, _pointer);

    /// <summary>Starts on another entry.</summary>
    public void Begin(string map, string hash, long offset) => (_map, Hash, Offset) = (map, hash, offset);

    /// <summary>JSON Pointer of the entry, from the row on.</summary>
    public string Pointer() => JsonPointer.Append(_map, Hash);

    /// <summary>Reads the attributes of the member <c>classifications</c>.</summary>
    public AttributeAnswer[] ReadAttributes(ref JsonCursor json)
    {
        if (!EnterList(ref json, "classifications"))
        {
            json.Skip();
            return [];
        }
        List<AttributeAnswer>? answers = null;
        for (var index = 0; json.NextElement(); index++)
        {
            Findings.Within("classifications", index);
            if (Attributes.Read(ref json, Place) is { } answer) (answers ??= []).Add(answer);
        }
        Findings.Leave();
        return answers is null ? [] : [.. answers];
    }

    /// <summary>Steps into a list; notes what is none and leaves it to be skipped.</summary>
    public bool EnterList(ref JsonCursor json, string member)
    {
        var kind = json.Peek();
        if (kind == JsonKind.List) json.Enter();
        else if (kind != JsonKind.Null) Findings.Note(IssueCatalogue.AnswerMalformed, json.At, $"/{member}", $"Expected a list, found {JsonBytes.NameOf(kind)}; left out.");
        return kind == JsonKind.List;
    }

    /// <summary>Reads the hash that the entry repeats; the key is what counts.</summary>
    public void CheckHash(ref JsonCursor json, string path)
    {
        var at = json.At;
        if (Values.Text(ref json, path) is { } hash && hash != Hash)
            Findings.Note(IssueCatalogue.HashesDiffer, at, path, $"\"{hash}\" stands under the key \"{Hash}\"; the key counts.");
    }

    /// <summary>Steps over a member; counts it where it is not known.</summary>
    public void Skip(ref JsonCursor json, ReadOnlySpan<byte> name, bool known, string holder)
    {
        if (!known) _unknown.Add(holder, name, Offset + json.At, _pointer);
        json.Skip();
    }
}
