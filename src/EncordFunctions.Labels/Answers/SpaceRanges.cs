using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Labels.Answers;

/// <summary>Where on one space an answer holds. Neither frames nor HTML: on the whole of it, or an object that stands on frames.</summary>
internal sealed record SpaceRanges(string Space, IReadOnlyList<FrameRange> Spans, IReadOnlyList<LabelRange.Html> Html)
{
    /// <summary>Index of the entry's first byte in the answer.</summary>
    public int At { get; init; }

    /// <summary>The frames, merged.</summary>
    public FrameRanges Frames()
    {
        var frames = new FrameRanges();
        foreach (var (start, end) in Spans) frames.Add(start, end);
        return frames;
    }
}
