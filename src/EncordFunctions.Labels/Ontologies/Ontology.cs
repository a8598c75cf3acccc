namespace EncordFunctions.Labels.Ontologies;

/// <summary>
/// The structure a project labels by: its classes of objects and its classifications, with their attributes and options. Everything in it
/// is found by its hash at once. Where a hash repeats, the first one in file order is found.
/// </summary>
public sealed class Ontology
{
    private readonly Dictionary<string, OntologyObject> _objects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OntologyClassification> _classifications = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlacedAttribute> _attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlacedOption> _options = new(StringComparer.Ordinal);

    /// <summary>An ontology of these parts.</summary>
    public Ontology(
        IReadOnlyList<OntologyObject> objects,
        IReadOnlyList<OntologyClassification> classifications,
        IReadOnlyList<SkeletonTemplate> skeletonTemplates)
    {
        (Objects, Classifications, SkeletonTemplates) = (objects, classifications, skeletonTemplates);
        foreach (var one in objects)
        {
            _objects.TryAdd(one.Hash, one);
            Place(one.Attributes, one, null);
        }
        foreach (var one in classifications)
        {
            _classifications.TryAdd(one.Hash, one);
            Place(one.Attributes, one, null);
        }
    }

    /// <summary>The classes of objects, in file order.</summary>
    public IReadOnlyList<OntologyObject> Objects { get; }

    /// <summary>The classifications, in file order.</summary>
    public IReadOnlyList<OntologyClassification> Classifications { get; }

    /// <summary>What skeletons are drawn after.</summary>
    public IReadOnlyList<SkeletonTemplate> SkeletonTemplates { get; }

    /// <summary>The class of objects with that hash (<c>featureHash</c> of an object), or null.</summary>
    public OntologyObject? FindObject(string? hash) => hash is null ? null : _objects.GetValueOrDefault(hash);

    /// <summary>The classification with that hash (<c>featureHash</c> of a classification), or null.</summary>
    public OntologyClassification? FindClassification(string? hash) => hash is null ? null : _classifications.GetValueOrDefault(hash);

    /// <summary>The attribute with that hash (<c>featureHash</c> of an answer), at any depth, with what it belongs to; or null.</summary>
    public PlacedAttribute? FindAttribute(string? hash) => hash is null ? null : _attributes.GetValueOrDefault(hash);

    /// <summary>The option with that hash (<c>featureHash</c> of a chosen option), with the attribute it belongs to; or null.</summary>
    public PlacedOption? FindOption(string? hash) => hash is null ? null : _options.GetValueOrDefault(hash);

    private void Place(IReadOnlyList<OntologyAttribute> attributes, OntologyClass owner, OntologyOption? under)
    {
        foreach (var attribute in attributes)
        {
            _attributes.TryAdd(attribute.Hash, new PlacedAttribute(attribute, owner, under));
            foreach (var option in attribute.Options)
            {
                _options.TryAdd(option.Hash, new PlacedOption(option, attribute));
                Place(option.Attributes, owner, option);
            }
        }
    }
}
