using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Rows;

/// <summary>
/// One frame of a data unit, with the size its coordinates are fractions of. <paramref name="Number"/> is a frame, a slice, a page, a
/// position in a group, the event of a scene, or nanoseconds of a continuous one.
/// </summary>
public sealed record Frame(long Number, FrameSize Size)
{
    /// <summary>The stream of a scene that the frame is of, where labels are kept per stream.</summary>
    public string? Stream { get; init; }
}
