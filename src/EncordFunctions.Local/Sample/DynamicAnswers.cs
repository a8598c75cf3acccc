using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Local.Sample;

/// <summary>What dynamic attributes say on a frame, and the frames grouped by what they say.</summary>
internal static class DynamicAnswers
{
    public static IEnumerable<SampleAnswer> On(long frame, IEnumerable<(FrameRange Range, SampleAnswer Attribute)> said) =>
        said.Where(one => one.Range.Start <= frame && frame <= one.Range.End)
            .GroupBy(one => one.Attribute.Name)
            .Select(same => same.Last().Attribute is { IsChecklist: true } list
                ? list.Choosing([.. same.SelectMany(one => one.Attribute.Options!).Distinct()])
                : same.Last().Attribute);

    /// <summary>One answer after another with the frames it holds for, never two of one attribute on the same frame.</summary>
    public static IEnumerable<(SampleAnswer Attribute, IReadOnlyList<FrameRange> Ranges)> Distinct(
        IReadOnlyList<(FrameRange Range, SampleAnswer Attribute)> said) =>
        FramesOf(said)
            .SelectMany(frame => On(frame, said).Select(attribute => (frame, attribute)))
            .GroupBy(one => (
                one.attribute.Name,
                Chosen: string.Join('\n', one.attribute.Options ?? []),
                one.attribute.TextAnswer,
                one.attribute.NumberAnswer))
            .Select(same => (same.First().attribute, FrameRanges.Of(same.Select(one => one.frame))));

    /// <summary>One checklist option after another with the frames it holds for.</summary>
    public static IEnumerable<(SampleAnswer Attribute, IReadOnlyList<FrameRange> Ranges)> PerOption(
        IReadOnlyList<(FrameRange Range, SampleAnswer Attribute)> said) =>
        FramesOf(said)
            .SelectMany(frame => On(frame, said).SelectMany(attribute => attribute.Options!.Select(option => (frame, attribute, option))))
            .GroupBy(one => (one.attribute.Name, one.option))
            .Select(same => (same.First().attribute.Choosing([same.Key.option]), FrameRanges.Of(same.Select(one => one.frame))));

    private static IEnumerable<long> FramesOf(IEnumerable<(FrameRange Range, SampleAnswer Attribute)> said) =>
        said.SelectMany(one => FrameRanges.Frames(one.Range)).Distinct().Order();
}
