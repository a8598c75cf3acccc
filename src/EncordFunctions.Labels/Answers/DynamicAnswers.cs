namespace EncordFunctions.Labels.Answers;

/// <summary>The dynamic attributes of one object, resolved frame by frame.</summary>
/// <remarks>
/// <para>On a frame, the actions whose frames hold it are taken in file order, attribute by attribute. Text, number and null: the last one
/// wins. Options: the union, in the order they are first seen.</para>
/// <para>The row does not say whether options belong to a radio or to a checklist. A checklist is written as one action per option (editor)
/// or one per set of options (SDK), so its actions overlap and must be joined. A radio's never overlap: whoever sets one takes the
/// frames from the answer before. So the union is right for both.</para>
/// </remarks>
internal sealed class DynamicAnswers
{
    private readonly DynamicAction[] _actions;

    public DynamicAnswers(DynamicAction[] actions) => _actions = actions;

    /// <summary>The answers on <paramref name="frame"/>, in the order the attributes are first seen.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="around">Frames around it on which the answers are the same.</param>
    public List<AttributeAnswer> On(long frame, out FrameRange around)
    {
        var answers = new List<AttributeAnswer>();
        around = new FrameRange(long.MinValue, long.MaxValue);
        foreach (var action in _actions)
        {
            var holds = action.Frames.Contains(frame, out var same);
            around = new FrameRange(Math.Max(around.Start, same.Start), Math.Min(around.End, same.End));
            if (!holds) continue;
            var known = answers.FindIndex(answer => (answer.FeatureHash ?? answer.Name ?? "") == action.Key);
            if (known < 0) answers.Add(action.Answer);
            else answers[known] = Join(answers[known], action.Answer);
        }
        return answers;
    }

    private static AttributeAnswer Join(AttributeAnswer earlier, AttributeAnswer later)
    {
        if (earlier.Answer is not AnswerValue.Options before || later.Answer is not AnswerValue.Options after) return later;
        var chosen = new List<ChosenOption>(before.Chosen);
        foreach (var option in after.Chosen)
        {
            if (!chosen.Exists(known => Same(known, option))) chosen.Add(option);
        }
        return earlier with { Answer = new AnswerValue.Options(chosen) };
    }

    private static bool Same(ChosenOption one, ChosenOption other) =>
        one.FeatureHash is null ? one == other : one.FeatureHash == other.FeatureHash;
}
