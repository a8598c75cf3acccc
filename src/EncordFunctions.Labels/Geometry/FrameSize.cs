namespace EncordFunctions.Labels.Geometry;

/// <summary>Width and height of a frame in pixels. Zero means unknown: the export writes 0 or leaves the member out.</summary>
public readonly record struct FrameSize(int Width, int Height)
{
    /// <summary>Whether normalised coordinates can be scaled by it.</summary>
    public bool IsKnown => Width > 0 && Height > 0;
}
