using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>Where an object stands and what its coordinates are fractions of.</summary>
/// <param name="Object">Where it stands in the row.</param>
/// <param name="Frame">The size of its frame.</param>
/// <param name="SizesAreGiven">Whether data of its kind states its size. Where it never does, as in a PDF, nothing is wrong without.</param>
internal readonly record struct GeometryPlace(LeafPlace Object, FrameSize Frame, bool SizesAreGiven);
