using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Pipeline.Changes;

/// <summary>The content hashes of one object over all its annotations, in whatever order they come.</summary>
internal sealed class ObjectHashes
{
    private IReadOnlyList<AttributeAnswer>? _latest;
    private UInt128 _latestDynamic;
    private string? _featureHash;
    private string? _name;
    private UInt128 _latestClass;
    private UInt128 _class;
    private UInt128 _classes;
    private bool _isMixed;

    /// <summary>Its class; where its annotations are of several, which is of which.</summary>
    public UInt128 Class => _isMixed ? _classes : _class;

    /// <summary>Where it is and how it is drawn there.</summary>
    public UInt128 Geometry { get; private set; }

    /// <summary>What holds for all of it; 0 where there is nothing.</summary>
    public UInt128 Attributes { get; private set; }

    /// <summary>What holds on some frames, and on which; 0 where there is nothing.</summary>
    public UInt128 Dynamic { get; private set; }

    /// <summary>The hash of all of it.</summary>
    public UInt128 Of(string objectHash, AnnotationHashing hashing) => hashing.OfObject(objectHash, Class, Geometry, Attributes, Dynamic);

    public void Take(Annotation annotation, AnnotationHashing hashing)
    {
        var ofClass = ClassOf(annotation, hashing);
        if (_latest is null)
        {
            _class = ofClass;
            // The same on all its frames.
            Attributes = hashing.OfAttributes(annotation.Attributes, dynamic: false);
        }
        _isMixed |= ofClass != _class;
        // Odd factors, so that which frame is of which class counts, but the order in which they come does not.
        _classes = unchecked(_classes + (ofClass * (UInt128)((2 * (annotation.Frame?.Number ?? 0)) + 1)));
        Geometry = unchecked(Geometry + hashing.OfGeometry(annotation));

        // Frames with the same answers share one list.
        if (!ReferenceEquals(_latest, annotation.Attributes))
        {
            _latest = annotation.Attributes;
            _latestDynamic = hashing.OfAttributes(_latest, dynamic: true);
        }
        if (_latestDynamic != 0) Dynamic = unchecked(Dynamic + hashing.At(annotation, _latestDynamic));
    }

    private UInt128 ClassOf(Annotation annotation, AnnotationHashing hashing)
    {
        if (_latest is null || annotation.FeatureHash != _featureHash || annotation.Name != _name)
        {
            (_featureHash, _name) = (annotation.FeatureHash, annotation.Name);
            _latestClass = hashing.OfClass(annotation);
        }
        return _latestClass;
    }
}
