using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>
/// The geometry of one annotation in pixels of its frame. The hierarchy is closed: every reader and writer handles every case.
/// </summary>
/// <remarks>x, w are fractions of the width and y, h of the height in the export; here they are pixels, not rounded.</remarks>
public abstract record Shape
{
    private protected Shape()
    {
    }

    /// <summary>The vendor's name of the shape, as in the <c>shape</c> member: <c>bounding_box</c>, <c>polygon</c>, ...</summary>
    public abstract string Name { get; }

    /// <summary>The tight box around what is drawn; null where that is not known, or nothing is drawn on a picture: 3D shapes and ranges.</summary>
    public abstract Bounds? Bounds { get; }

    /// <summary>The covered area in px²; 0 for lines and points, null where <see cref="Bounds"/> is.</summary>
    public abstract double? Area { get; }
}
