using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Local.Sample;

/// <summary>A classification and the frames it holds for, of the row or of one space.</summary>
internal sealed record ClassificationPlan(
    string Name, string Hash, DateTimeOffset CreatedAt, ClassificationEra Era, IReadOnlyList<FrameRange> Ranges, IReadOnlyList<SampleAnswer> Answers)
{
    public string FeatureHash => Hashes.Short($"classification/{Name}");

    public UnitPlan? Space { get; init; }

    public bool IsOn(UnitPlan unit, long frame) =>
        Era != ClassificationEra.Ranges && (Space is null || Space == unit) && Ranges.Any(range => range.Start <= frame && frame <= range.End);
}
