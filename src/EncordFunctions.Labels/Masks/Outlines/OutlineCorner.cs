namespace EncordFunctions.Labels.Masks.Outlines;

/// <summary>
/// A turn of an outline. Corners are numbered from top to bottom and from left to right, so that those of an even number and the next odd
/// one are the two ends of a level side.
/// </summary>
internal struct OutlineCorner
{
    public int X;
    public int Y;

    /// <summary>The corner at the other end of the upright side.</summary>
    public int Across;

    /// <summary>A region that the outline is of, as it was first known.</summary>
    public int Region;

    /// <summary>Of an even corner: whether the region is below the level side, not above it.</summary>
    public bool IsTop;

    /// <summary>
    /// Whether pixels meet here by their corners. There are two corners in one place then, an odd one and the next, each around its own pixel.
    /// </summary>
    public bool IsTouch;

    /// <summary>Where it stands in the ring that is traced.</summary>
    public int Place;

    public bool IsTraced;
}
