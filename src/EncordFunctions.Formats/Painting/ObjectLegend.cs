using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Painting;

/// <summary>
/// Numbers of objects: those of one frame in its order. Their colours are not those of their classes, for then two cars side by side would be one.
/// </summary>
internal sealed class ObjectLegend : ILegend
{
    private readonly List<LegendEntry> _entries = [];

    public string Member => "objects";

    public IReadOnlyList<LegendEntry> Entries => _entries;

    public void Begin() => _entries.Clear();

    public int? NumberOf(Annotation annotation)
    {
        if (_entries.Count == ILegend.Most) return null;
        _entries.Add(new LegendEntry(annotation.ObjectHash, annotation.FeatureHash, annotation.Name, Rgb.Of(_entries.Count + 1)));
        return _entries.Count;
    }
}
