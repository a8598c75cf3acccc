namespace EncordFunctions.Formats.Changes;

/// <summary>What two <c>annotations.jsonl</c> of a label row say differently of an object that both have.</summary>
/// <param name="Iou">The mean intersection over union, over the frames in both on which both have an area; of ranges, of all of them.</param>
/// <param name="Distance">The mean distance of points, over the frames in both, in pixels.</param>
/// <param name="FramesCompared">The frames, or ranges, that are in both.</param>
/// <param name="FramesAdded">Those in the later one alone.</param>
/// <param name="FramesRemoved">Those in the earlier one alone.</param>
/// <param name="Dynamic">The dynamic attributes that differ on frames in both.</param>
public sealed record ObjectDifference(
    double? Iou, double? Distance, long FramesCompared, long FramesAdded, long FramesRemoved, IReadOnlyList<AttributeChange> Dynamic);
