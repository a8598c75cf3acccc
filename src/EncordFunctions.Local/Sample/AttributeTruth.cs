namespace EncordFunctions.Local.Sample;

/// <summary>An attribute as it holds on one frame, or for one classification.</summary>
public sealed record AttributeTruth(string Name, string FeatureHash, AnswerTruth Answer, bool Dynamic);
