using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Local.Sample;

/// <summary>One classification as it must be read back.</summary>
/// <param name="ClassificationHash">Identity of the instance.</param>
/// <param name="FeatureHash">Ontology id of the classification.</param>
/// <param name="Ranges">Frames it holds for, inclusive, ascending and merged; empty for the whole data unit.</param>
/// <param name="Answers">What was answered.</param>
/// <param name="SpaceHash">The space it holds for; null where it holds for the row.</param>
public sealed record ClassificationTruth(
    string ClassificationHash, string FeatureHash, IReadOnlyList<FrameRange> Ranges, IReadOnlyList<AttributeTruth> Answers, string? SpaceHash);
