using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>An object of audio, text or a time series: it has a range and no geometry.</summary>
/// <param name="Name">The vendor's name of the shape: <c>audio</c>, <c>text</c> or <c>time_range</c>.</param>
public sealed record Span(string Name) : Shape
{
    /// <inheritdoc/>
    public override string Name { get; } = Name;

    /// <inheritdoc/>
    public override Bounds? Bounds => null;

    /// <inheritdoc/>
    public override double? Area => null;
}
