using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Rows;

/// <summary>One frame of a data unit: frame, slice or position, with the size its coordinates are fractions of.</summary>
public sealed record Frame(DataUnit Unit, long Number, FrameSize Size);
