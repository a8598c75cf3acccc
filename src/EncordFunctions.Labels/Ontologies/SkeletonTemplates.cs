using System.Globalization;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Ontologies;

/// <summary>Reads the skeleton templates of an ontology: <c>[{"template": {"name", "skeleton", "skeletonEdges", ...}}]</c>.</summary>
internal sealed class SkeletonTemplates
{
    private readonly OntologyElements _elements;

    public SkeletonTemplates(OntologyElements elements) => _elements = elements;

    public List<SkeletonTemplate> Read(ref JsonCursor json, string at) =>
        _elements.List<SkeletonTemplate>(ref json, at, "a skeleton template", ReadWrapped);

    private SkeletonTemplate? ReadWrapped(ref JsonCursor json, string at)
    {
        SkeletonTemplate? template = null;
        json.Enter();
        while (json.NextMember(out var member))
        {
            if (member.SequenceEqual("template"u8) && json.Peek() == JsonKind.Object) template = ReadTemplate(ref json, $"{at}/template");
            else json.Skip();
        }
        return template;
    }

    private SkeletonTemplate ReadTemplate(ref JsonCursor json, string at)
    {
        var read = new SkeletonTemplate((string?)null);
        json.Enter();
        while (json.NextMember(out var member))
        {
            var isObject = json.Peek() == JsonKind.Object;
            if (member.SequenceEqual("name"u8)) read = read with { Name = _elements.Values.Text(ref json, $"{at}/name") };
            else if (member.SequenceEqual("feature_node_hash"u8)) read = read with { Hash = _elements.Values.Text(ref json, $"{at}/feature_node_hash") };
            else if (member.SequenceEqual("skeleton"u8) && isObject) read = read with { Points = ReadPoints(ref json, $"{at}/skeleton") };
            else if (member.SequenceEqual("skeletonEdges"u8) && isObject) read = read with { Edges = ReadEdges(ref json) };
            else json.Skip();
        }
        return read;
    }

    private List<SkeletonTemplatePoint> ReadPoints(ref JsonCursor json, string at)
    {
        var points = new List<SkeletonTemplatePoint>();
        json.Enter();
        while (json.NextMember(out var key))
        {
            var point = new SkeletonTemplatePoint(_elements.Values.Strings.Get(key), null, null);
            if (json.Peek() == JsonKind.Object) points.Add(ReadPoint(ref json, point, $"{at}/{point.Key}"));
            else json.Skip();
        }
        // As text "10" comes before "9".
        return [.. points.OrderBy(static point => long.TryParse(point.Key, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue)];
    }

    private SkeletonTemplatePoint ReadPoint(ref JsonCursor json, SkeletonTemplatePoint point, string at)
    {
        json.Enter();
        while (json.NextMember(out var member))
        {
            if (member.SequenceEqual("name"u8)) point = point with { Name = _elements.Values.Text(ref json, $"{at}/name") };
            else if (member.SequenceEqual("featureHash"u8)) point = point with { FeatureHash = _elements.Values.Text(ref json, $"{at}/featureHash") };
            else json.Skip();
        }
        return point;
    }

    private List<SkeletonEdge> ReadEdges(ref JsonCursor json)
    {
        var edges = new List<SkeletonEdge>();
        json.Enter();
        while (json.NextMember(out var from))
        {
            var key = _elements.Values.Strings.Get(from);
            if (json.Peek() != JsonKind.Object)
            {
                json.Skip();
                continue;
            }
            json.Enter();
            while (json.NextMember(out var to))
            {
                edges.Add(new SkeletonEdge(key, _elements.Values.Strings.Get(to)));
                json.Skip();
            }
        }
        return edges;
    }
}
