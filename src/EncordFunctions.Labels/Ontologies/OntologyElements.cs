using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Ontologies;

/// <summary>Reads the elements of an ontology, those under them included.</summary>
internal sealed class OntologyElements
{
    private readonly MemberValues _values;
    private readonly Findings _findings;
    private readonly HashSet<(string Kind, string Hash)> _hashes = [];

    public OntologyElements(MemberValues values, Findings findings) => (_values, _findings) = (values, findings);

    /// <summary>Reads one element; null where it is left out.</summary>
    public delegate T? ElementReader<T>(ref JsonCursor json, string at);

    /// <summary>Where plain members are read.</summary>
    public MemberValues Values => _values;

    public List<OntologyObject> Objects(ref JsonCursor json, string at) => List<OntologyObject>(ref json, at, "an object class", ReadObject);

    public List<OntologyClassification> Classifications(ref JsonCursor json, string at) =>
        List<OntologyClassification>(ref json, at, "a classification", ReadClassification);

    /// <summary>Reads a list of objects; what is none is left out.</summary>
    public List<T> List<T>(ref JsonCursor json, string at, string kind, ElementReader<T> read)
    {
        var all = new List<T>();
        if (json.Peek() != JsonKind.List)
        {
            if (json.Peek() != JsonKind.Null) LeaveOut(json.At, at, $"Expected a list, found {JsonBytes.NameOf(json.Peek())}; it is left out.");
            json.Skip();
            return all;
        }
        json.Enter();
        for (var index = 0; json.NextElement(); index++)
        {
            if (json.Peek() != JsonKind.Object)
            {
                LeaveOut(json.At, $"{at}/{index}", $"Expected {kind}, found {JsonBytes.NameOf(json.Peek())}; it is left out.");
                json.Skip();
            }
            else if (read(ref json, $"{at}/{index}") is { } one) all.Add(one);
        }
        return all;
    }

    private OntologyObject? ReadObject(ref JsonCursor json, string at)
    {
        var offset = json.At;
        var read = new OntologyObject("");
        json.Enter();
        while (json.NextMember(out var member))
        {
            if (member.SequenceEqual("featureNodeHash"u8)) read = read with { Hash = _values.Text(ref json, $"{at}/featureNodeHash") ?? "" };
            else if (member.SequenceEqual("id"u8)) read = read with { Id = _values.Text(ref json, $"{at}/id") };
            else if (member.SequenceEqual("name"u8)) read = read with { Name = _values.Text(ref json, $"{at}/name") };
            else if (member.SequenceEqual("color"u8)) read = read with { Color = _values.Color(ref json, $"{at}/color") };
            else if (member.SequenceEqual("shape"u8)) read = read with { Shape = _values.Text(ref json, $"{at}/shape") };
            else if (member.SequenceEqual("required"u8)) read = read with { Required = _values.Flag(ref json, $"{at}/required") == true };
            else if (member.SequenceEqual("archived"u8)) read = read with { Archived = _values.Flag(ref json, $"{at}/archived") == true };
            else if (member.SequenceEqual("attributes"u8)) read = read with { Attributes = Attributes(ref json, $"{at}/attributes") };
            else json.Skip();
        }
        return IsIdentified("object class", read.Hash, offset, at) ? read : null;
    }

    private OntologyClassification? ReadClassification(ref JsonCursor json, string at)
    {
        var offset = json.At;
        var read = new OntologyClassification("");
        json.Enter();
        while (json.NextMember(out var member))
        {
            if (member.SequenceEqual("featureNodeHash"u8)) read = read with { Hash = _values.Text(ref json, $"{at}/featureNodeHash") ?? "" };
            else if (member.SequenceEqual("id"u8)) read = read with { Id = _values.Text(ref json, $"{at}/id") };
            else if (member.SequenceEqual("level"u8)) read = read with { Level = _values.Text(ref json, $"{at}/level") };
            else if (member.SequenceEqual("attributes"u8)) read = read with { Attributes = Attributes(ref json, $"{at}/attributes") };
            else json.Skip();
        }
        return IsIdentified("classification", read.Hash, offset, at) ? read : null;
    }

    private List<OntologyAttribute> Attributes(ref JsonCursor json, string at) => List<OntologyAttribute>(ref json, at, "an attribute", ReadAttribute);

    private OntologyAttribute? ReadAttribute(ref JsonCursor json, string at)
    {
        var offset = json.At;
        var read = new OntologyAttribute("", null);
        json.Enter();
        while (json.NextMember(out var member))
        {
            if (member.SequenceEqual("featureNodeHash"u8)) read = read with { Hash = _values.Text(ref json, $"{at}/featureNodeHash") ?? "" };
            else if (member.SequenceEqual("type"u8)) read = read with { Type = _values.Text(ref json, $"{at}/type") };
            else if (member.SequenceEqual("id"u8)) read = read with { Id = _values.Text(ref json, $"{at}/id") };
            else if (member.SequenceEqual("name"u8)) read = read with { Name = _values.Text(ref json, $"{at}/name") };
            else if (member.SequenceEqual("required"u8)) read = read with { Required = _values.Flag(ref json, $"{at}/required") == true };
            else if (member.SequenceEqual("dynamic"u8)) read = read with { Dynamic = _values.Flag(ref json, $"{at}/dynamic") == true };
            else if (member.SequenceEqual("archived"u8)) read = read with { Archived = _values.Flag(ref json, $"{at}/archived") == true };
            else if (member.SequenceEqual("options"u8))
                read = read with { Options = List<OntologyOption>(ref json, $"{at}/options", "an option", ReadOption) };
            else json.Skip();
        }
        return IsIdentified("attribute", read.Hash, offset, at) ? read : null;
    }

    private OntologyOption? ReadOption(ref JsonCursor json, string at)
    {
        var offset = json.At;
        var read = new OntologyOption("");
        json.Enter();
        while (json.NextMember(out var member))
        {
            if (member.SequenceEqual("featureNodeHash"u8)) read = read with { Hash = _values.Text(ref json, $"{at}/featureNodeHash") ?? "" };
            else if (member.SequenceEqual("id"u8)) read = read with { Id = _values.Text(ref json, $"{at}/id") };
            else if (member.SequenceEqual("label"u8)) read = read with { Label = _values.Text(ref json, $"{at}/label") };
            else if (member.SequenceEqual("value"u8)) read = read with { Value = _values.Text(ref json, $"{at}/value") };
            else if (member.SequenceEqual("archived"u8)) read = read with { Archived = _values.Flag(ref json, $"{at}/archived") == true };
            else if (member.SequenceEqual("options"u8)) read = read with { Attributes = Attributes(ref json, $"{at}/options") };
            else json.Skip();
        }
        return IsIdentified("option", read.Hash, offset, at) ? read : null;
    }

    private bool IsIdentified(string kind, string hash, int offset, string at)
    {
        if (hash.Length == 0)
        {
            LeaveOut(offset, at, $"The {kind} has no featureNodeHash, so no label can name it; it is left out.");
            return false;
        }
        if (!_hashes.Add((kind, hash)))
            _findings.Note(IssueCatalogue.OntologyHashRepeated, offset, at, $"The {kind} repeats the hash \"{hash}\"; labels that name it mean the first one.");
        return true;
    }

    private void LeaveOut(int offset, string at, string message) => _findings.Note(IssueCatalogue.OntologyElementMalformed, offset, at, message);
}
