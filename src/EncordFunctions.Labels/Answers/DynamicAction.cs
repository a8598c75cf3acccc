using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Labels.Answers;

/// <summary>One answer of a dynamic attribute and the frames it holds for.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Frames">The frames, or milliseconds or characters.</param>
/// <param name="Space">The space it holds on; null where it does not say.</param>
internal sealed record DynamicAction(AttributeAnswer Answer, FrameRanges Frames, string? Space = null)
{
    /// <summary>What tells attributes apart; old rows lack the hash.</summary>
    public string Key => KeyOf(Answer);

    /// <summary>What tells attributes apart; old rows lack the hash.</summary>
    public static string KeyOf(AttributeAnswer answer) => answer.FeatureHash ?? answer.Name ?? "";

    /// <summary>Whether it holds on a unit. One that names no space holds on all; <c>root</c> is what is no space.</summary>
    public bool HoldsOn(DataUnit? unit) =>
        string.IsNullOrEmpty(Space) || unit is null || Space == unit.Hash || (Space == "root" && unit.SpaceType is null);
}
