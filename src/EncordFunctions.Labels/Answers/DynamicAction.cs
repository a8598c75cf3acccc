namespace EncordFunctions.Labels.Answers;

/// <summary>One answer of a dynamic attribute and the frames it holds for.</summary>
internal sealed record DynamicAction(AttributeAnswer Answer, FrameRanges Frames)
{
    /// <summary>What tells attributes apart; old rows lack the hash.</summary>
    public string Key => Answer.FeatureHash ?? Answer.Name ?? "";
}
