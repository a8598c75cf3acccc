using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Ontologies;

/// <summary>Reads an ontology from JSON that is valid. An element without a hash can't be found by any label, so it is left out.</summary>
internal sealed class OntologyParser
{
    private readonly string _entry;
    private readonly Findings _findings = new();
    private readonly OntologyElements _elements;
    private readonly List<SkeletonTemplate> _templates = [];
    private IReadOnlyList<OntologyObject>? _objects;
    private IReadOnlyList<OntologyClassification>? _classifications;

    public OntologyParser(string entry)
    {
        _entry = entry;
        _elements = new OntologyElements(new MemberValues(new Utf8Strings(), _findings), _findings);
    }

    public OntologyReading Read(ReadOnlySpan<byte> valid)
    {
        var json = new JsonCursor(valid);
        var kind = json.Peek();
        if (kind == JsonKind.Object) ReadStructure(ref json, "");
        if (_objects is null && _classifications is null)
        {
            var found = kind == JsonKind.Object ? "an object without the lists objects and classifications" : JsonBytes.NameOf(kind);
            return new OntologyReading.Unreadable(new Issue(IssueCatalogue.NotAnOntology, $"Expected an ontology, found {found}.", _entry, 0, ""));
        }
        var kept = new KeptIssues(new RowIssues(new RowPlace(_entry, 0, "")));
        kept.Add(_findings, 0, "");
        return new OntologyReading.Readable(new Ontology(_objects ?? [], _classifications ?? [], _templates), [.. kept.All()]);
    }

    private void ReadStructure(ref JsonCursor json, string at)
    {
        json.Enter();
        while (json.NextMember(out var member))
        {
            var kind = json.Peek();
            if (member.SequenceEqual("objects"u8) && kind == JsonKind.List) _objects = _elements.Objects(ref json, $"{at}/objects");
            else if (member.SequenceEqual("classifications"u8) && kind == JsonKind.List)
                _classifications = _elements.Classifications(ref json, $"{at}/classifications");
            else if (member.SequenceEqual("skeleton_templates"u8) && kind == JsonKind.List)
                _templates.AddRange(new SkeletonTemplates(_elements).Read(ref json, $"{at}/skeleton_templates"));
            else if (at.Length == 0 && kind == JsonKind.Object && member.SequenceEqual("editor"u8)) ReadStructure(ref json, "/editor");
            else if (at.Length == 0 && kind == JsonKind.Object && member.SequenceEqual("structure"u8)) ReadStructure(ref json, "/structure");
            else json.Skip();
        }
    }
}
