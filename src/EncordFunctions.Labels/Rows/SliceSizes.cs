using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Rows;

/// <summary>The sizes that slices of one series state themselves. Most state the same one, which is kept once, with the ranges that state it.</summary>
internal sealed class SliceSizes
{
    private readonly FrameRanges _usual = new();
    private readonly Dictionary<long, FrameSize> _others = [];
    private FrameSize _usualSize;

    /// <summary>Keeps the size of one slice.</summary>
    public void Add(long frame, FrameSize size)
    {
        if (_usual.IsEmpty) _usualSize = size;
        if (size == _usualSize) _usual.Add(frame, frame);
        else _others[frame] = size;
    }

    /// <summary>The size that the slice states; null where it states none.</summary>
    public FrameSize? Find(long frame)
    {
        if (_others.Count > 0 && _others.TryGetValue(frame, out var size)) return size;
        return _usual.Contains(frame, out _) ? _usualSize : null;
    }

    /// <summary>Whether every slice has the size of its series, so that nothing need be kept.</summary>
    public bool AreAll(FrameSize size) => _others.Count == 0 && _usualSize == size;
}
