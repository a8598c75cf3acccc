namespace EncordFunctions.Labels.Geometry;

/// <summary>A point of the image plane in pixels, y down, not rounded.</summary>
public readonly record struct Vertex(double X, double Y);
