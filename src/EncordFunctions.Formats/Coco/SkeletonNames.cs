using System.Buffers;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Coco;

/// <summary>Leaves the names of a class's points, where the ontology does not know them, once for each class and again where they change.</summary>
internal sealed class SkeletonNames(Ontology? ontology)
{
    /// <summary>Of classes past these the names are left each time.</summary>
    private const int MostClasses = 256;

    private readonly Dictionary<string, SkeletonPoint[]> _last = new(StringComparer.Ordinal);

    /// <summary>Writes the record to leave before the annotation, if one is due.</summary>
    public bool Write(Annotation annotation, Skeleton skeleton, Func<IBufferWriter<byte>> begin)
    {
        var key = annotation.FeatureHash ?? annotation.Name ?? "";
        if (_last.TryGetValue(key, out var last) && HaveSameNames(last, skeleton.Points)) return false;
        if (SkeletonClasses.TemplateOf(ontology, annotation.FeatureHash) is not null) return false;
        if (_last.Count < MostClasses || _last.ContainsKey(key)) _last[key] = skeleton.Points;

        var to = begin();
        to.WriteWhole((long)CocoRecord.Points);
        to.WriteText(annotation.FeatureHash);
        to.WriteText(annotation.Name);
        to.WriteWhole(skeleton.Points.Length);
        foreach (var point in skeleton.Points) to.WriteText(point.Name);
        return true;
    }

    private static bool HaveSameNames(SkeletonPoint[] one, SkeletonPoint[] other)
    {
        if (one.Length != other.Length) return false;
        for (var at = 0; at < one.Length; at++)
            if (one[at].Name != other[at].Name) return false;
        return true;
    }
}
