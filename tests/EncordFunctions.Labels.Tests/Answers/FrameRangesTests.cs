using CsCheck;
using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Labels.Tests.Answers;

public sealed class FrameRangesTests
{
    [Fact]
    public void Ranges_are_the_set_of_their_frames_ascending_and_merged()
    {
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 8]).Array[0, 25].Sample(
            added =>
            {
                var (ranges, frames) = (new FrameRanges(), new HashSet<long>());
                foreach (var (start, length) in added)
                {
                    var grew = false;
                    for (var frame = start; frame <= start + length; frame++) grew |= frames.Add(frame);
                    Assert.Equal(grew, ranges.Add(start, start + length));
                }

                Assert.Equal(frames.Order(), ranges.All.SelectMany(range => Enumerable.Range((int)range.Start, (int)(range.End - range.Start + 1)).Select(frame => (long)frame)));
                for (var i = 1; i < ranges.All.Count; i++) Assert.True(ranges.All[i].Start > ranges.All[i - 1].End + 1);
                for (var frame = -1; frame < 72; frame++)
                {
                    Assert.Equal(frames.Contains(frame), ranges.Contains(frame, out var around));
                    Assert.InRange(frame, around.Start, around.End);
                    for (var same = Math.Max(-1, around.Start); same <= Math.Min(72, around.End); same++) Assert.Equal(frames.Contains(frame), frames.Contains(same));
                }
            },
            iter: 500);
    }

    [Fact]
    public void Ranges_reach_to_the_last_number_there_is()
    {
        var ranges = new FrameRanges();

        Assert.True(ranges.Add(long.MaxValue, long.MaxValue));
        Assert.True(ranges.Add(0, long.MaxValue - 1));
        Assert.Equal([new FrameRange(0, long.MaxValue)], ranges.All);
    }
}
