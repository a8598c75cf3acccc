using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Labels.Rows;

/// <summary>A classification instance that stands on frames, of the data itself or of one space.</summary>
/// <param name="First">What it says of itself where it stands first.</param>
/// <param name="Space">The space; null for the data itself.</param>
/// <param name="Offset">Where it stands first.</param>
/// <param name="Pointer">The same, as a JSON Pointer from the row on.</param>
/// <param name="Frame">The frame it stands on first.</param>
internal sealed record PlacedClassification(ObjectMembers First, DataUnit? Space, long Offset, string Pointer, long Frame)
{
    /// <summary>All its frames.</summary>
    public FrameRanges Frames { get; } = new();
}
