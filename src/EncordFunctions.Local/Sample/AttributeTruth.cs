using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Local.Sample;

/// <summary>An attribute as it holds on one frame or range, or for one classification.</summary>
public sealed record AttributeTruth(string Name, string FeatureHash, AnswerTruth Answer, bool Dynamic)
{
    /// <summary>Where on the range of its object a dynamic answer holds; empty on frames.</summary>
    public IReadOnlyList<FrameRange> Ranges { get; init; } = [];
}
