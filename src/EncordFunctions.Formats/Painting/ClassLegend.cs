using EncordFunctions.Formats.Classes;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Painting;

/// <summary>
/// Numbers of classes: those of the ontology in its order, the same in every row of every export; then, and where there is none, what the row has
/// besides, in the order it comes: numbers of that row alone.
/// </summary>
internal sealed class ClassLegend : ILegend
{
    private readonly ClassList _classes;
    private readonly List<LegendEntry> _entries = [];

    public ClassLegend(Ontology? ontology)
    {
        _classes = new ClassList(ontology, []);
        foreach (var one in _classes.All) Add(one, one.Object?.Color);
    }

    public string Member => "classes";

    public IReadOnlyList<LegendEntry> Entries => _entries;

    public void Begin()
    {
    }

    public int? NumberOf(Annotation annotation)
    {
        if (_classes.FindKnown(annotation.FeatureHash, annotation.Name) is { } known) return known.Index < ILegend.Most ? known.Index + 1 : null;
        if (_entries.Count >= ILegend.Most) return null;
        Add(_classes.Find(annotation.FeatureHash, annotation.Name), annotation.Color);
        return _entries.Count;
    }

    private void Add(ExportClass one, string? colour) =>
        _entries.Add(new LegendEntry(null, one.FeatureHash, one.Name, Rgb.Read(colour) ?? Rgb.Of(one.Index + 1)));
}
