namespace EncordFunctions.Labels.Geometry;

/// <summary>A point of a scene in its own units, neither scaled nor rounded.</summary>
public readonly record struct Vertex3D(double X, double Y, double Z);
