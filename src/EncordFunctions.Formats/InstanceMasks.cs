using EncordFunctions.Formats.Painting;

namespace EncordFunctions.Formats;

/// <summary>
/// <c>instance/</c>: of every frame with an area on it a PNG whose pixels are numbers of objects, 0 where there is none; what stands later in the
/// frame's list is painted over what stands before. <c>instance.jsonl</c> says of each frame which number is which object. Numbers count from
/// 1 on in each frame: what follows an object from frame to frame is its hash.
/// </summary>
public sealed class InstanceMasks : IRowFormat
{
    /// <inheritdoc/>
    public string Name => "instance";

    /// <inheritdoc/>
    public IRowWriter Open(RowContext row, IOutputFiles files) => new FrameMaskWriter(Name, row, files, new ObjectLegend());
}
