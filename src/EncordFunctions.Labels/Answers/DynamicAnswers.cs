using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Labels.Answers;

/// <summary>The dynamic attributes of one object, resolved frame by frame, or listed with their ranges.</summary>
/// <remarks>
/// <para>On a frame, the actions whose frames hold it are taken in file order, attribute by attribute. Text, number and null: the last one
/// wins. Options: the union, in the order they are first seen.</para>
/// <para>The row does not say whether options belong to a radio or to a checklist. A checklist is written as one action per option (editor)
/// or one per set of options (SDK), so its actions overlap and must be joined. A radio's never overlap: whoever sets one takes the
/// frames from the answer before. So the union is right for both; where an ontology knows the radio, its last answer wins.</para>
/// </remarks>
internal sealed class DynamicAnswers
{
    private const string TranscriptMark = "#transcript";

    private readonly DynamicAction[] _actions;

    public DynamicAnswers(DynamicAction[] actions) => _actions = actions;

    /// <summary>Where they stand in the row.</summary>
    public long Offset { get; init; }

    /// <summary>The answers on <paramref name="frame"/>, in the order the attributes are first seen.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="unit">What it is a frame of; null asks for every action.</param>
    /// <param name="around">Frames around it on which the answers are the same.</param>
    public List<AttributeAnswer> On(long frame, DataUnit? unit, out FrameRange around)
    {
        var answers = new List<AttributeAnswer>();
        around = new FrameRange(long.MinValue, long.MaxValue);
        foreach (var action in _actions)
        {
            if (!action.HoldsOn(unit)) continue;
            var holds = action.Frames.Contains(frame, out var same);
            around = new FrameRange(Math.Max(around.Start, same.Start), Math.Min(around.End, same.End));
            if (!holds) continue;
            var known = answers.FindIndex(answer => DynamicAction.KeyOf(answer) == action.Key);
            if (known < 0) answers.Add(action.Answer);
            else answers[known] = Join(answers[known], action.Answer);
        }
        return answers;
    }

    /// <summary>
    /// The answers that hold somewhere from <paramref name="start"/> to <paramref name="end"/>, one for each action, with the ranges it states.
    /// A transcript is one answer: its texts in the order of their ranges, line by line.
    /// </summary>
    public List<AttributeAnswer> Over(long start, long end, DataUnit unit)
    {
        var answers = new List<AttributeAnswer>();
        foreach (var action in _actions)
        {
            if (!action.HoldsOn(unit) || !action.Frames.Overlaps(start, end)) continue;
            if (!IsTranscript(action)) answers.Add(action.Answer with { Ranges = action.Frames.All });
            else if (!answers.Exists(answer => DynamicAction.KeyOf(answer) == action.Key)) answers.Add(Transcript(action, start, end, unit));
        }
        return answers;
    }

    /// <summary>Whether an attribute's static answer is only an old copy of its actions.</summary>
    public bool Replaces(AttributeAnswer answer) => Array.Exists(_actions, action => IsTranscript(action) && action.Key == DynamicAction.KeyOf(answer));

    private static bool IsTranscript(DynamicAction action) =>
        action.Answer is { Answer: AnswerValue.Text } answer && answer.Name?.Contains(TranscriptMark, StringComparison.OrdinalIgnoreCase) == true;

    private AttributeAnswer Transcript(DynamicAction first, long start, long end, DataUnit unit)
    {
        var segments = _actions
            .Where(action => action.Key == first.Key && IsTranscript(action) && action.HoldsOn(unit))
            .SelectMany(action => action.Frames.All.Select(range => (Range: range, ((AnswerValue.Text)action.Answer.Answer).Value)))
            .Where(segment => segment.Range.Start <= end && start <= segment.Range.End)
            .OrderBy(segment => segment.Range.Start)
            .ToList();
        return first.Answer with
        {
            Answer = new AnswerValue.Text(string.Join('\n', segments.Select(segment => segment.Value))),
            Ranges = [.. segments.Select(segment => segment.Range)],
        };
    }

    private static AttributeAnswer Join(AttributeAnswer earlier, AttributeAnswer later)
    {
        if (later.Type == "radio" || earlier.Answer is not AnswerValue.Options before || later.Answer is not AnswerValue.Options after) return later;
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
