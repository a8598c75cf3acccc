namespace EncordFunctions.Labels.Shapes;

/// <summary>Indexes of points in a point cloud, inclusive at both ends.</summary>
public readonly record struct PointRange(int Start, int End);
