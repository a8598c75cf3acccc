using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Local.Sample;

/// <summary>One point of a skeleton, in pixels.</summary>
public sealed record Joint(string Name, Vertex At, Visibility Visibility = Visibility.Visible)
{
    /// <summary>Ontology id of the point.</summary>
    public string FeatureHash => Hashes.Short($"joint/{Name}");
}
