using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Previews;

/// <summary>The bones of skeletons, which only the ontology knows.</summary>
internal sealed class Bones(Ontology? ontology)
{
    /// <summary>The bones of a skeleton of a class, from joint to joint; none where the ontology has no template for it.</summary>
    public IEnumerable<(Vertex From, Vertex To)> Of(Skeleton skeleton, string? className)
    {
        var template = className is null ? null : ontology?.SkeletonTemplates.FirstOrDefault(one => one.Name == className);
        foreach (var edge in template?.Edges ?? [])
        {
            if (Joint(skeleton, template!, edge.From) is { } from && Joint(skeleton, template!, edge.To) is { } to) yield return (from.At, to.At);
        }
    }

    private static SkeletonPoint? Joint(Skeleton skeleton, SkeletonTemplate template, string key)
    {
        var point = template.Points.FirstOrDefault(one => one.Key == key);
        if (point is null) return null;
        return Array.Find(skeleton.Points, joint => joint.FeatureHash is { } hash ? hash == point.FeatureHash : joint.Name == point.Name);
    }
}
