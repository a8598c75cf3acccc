using CsCheck;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Answers;

public sealed class DynamicAnswersTests
{
    private static readonly DataUnit Data = new("u", null, null, 0, default, null);
    private static readonly DataUnit Space = Data with { Hash = "s", SpaceType = "video" };

    [Fact]
    public void Answers_are_the_same_on_all_frames_around_that_are_said_to_be() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 20], Gen.Int[0, 6]).Array[0, 6].Sample(static actions =>
        {
            var answers = new DynamicAnswers([.. actions.Select(static (action, index) => Action($"k{action.Item1}", $"{index}", [(action.Item2, action.Item2 + action.Item3)]))]);
            List<string> On(long frame, out FrameRange around) => [.. answers.On(frame, null, out around).Select(EventText.Of)];

            for (var frame = 0; frame < 30; frame++)
            {
                var here = On(frame, out var around);
                Assert.Equal(
                    actions.Select(static (action, index) => (Key: $"k{action.Item1}", Index: index, action)).Where(one => one.action.Item2 <= frame && frame <= one.action.Item2 + one.action.Item3)
                        .GroupBy(static one => one.Key).Select(static group => $"{group.Key}/='{group.Last().Index}'*"),
                    here);
                Assert.InRange(frame, around.Start, around.End);
                for (var other = Math.Max(0, around.Start); other <= Math.Min(29, around.End); other++) Assert.Equal(here, On(other, out _));
            }
        });

    [Theory]
    [InlineData(null, true, true)]
    [InlineData("", true, true)]
    [InlineData("u", true, false)]
    [InlineData("s", false, true)]
    [InlineData("root", true, false)]
    [InlineData("other", false, false)]
    public void An_action_holds_on_the_space_it_names_and_root_is_what_is_no_space(string? names, bool onData, bool onSpace)
    {
        var answers = new DynamicAnswers([Action("k", "x", [(0, 0)]) with { Space = names }]);

        Assert.Equal((onData, onSpace), (answers.On(0, Data, out _).Count == 1, answers.On(0, Space, out _).Count == 1));
        Assert.Equal((onData, onSpace), (answers.Over(0, 0, Data).Count == 1, answers.Over(0, 0, Space).Count == 1));
        Assert.Single(answers.On(0, null, out _));
    }

    [Theory]
    [InlineData(0, 4, "")]
    [InlineData(0, 5, "a@5-9")]
    [InlineData(9, 9, "a@5-9")]
    [InlineData(9, 14, "a@5-9")]
    [InlineData(9, 15, "a,b@5-9,15-20")]
    [InlineData(20, 30, "b@15-20")]
    [InlineData(0, 99, "a,b,a@5-9,15-20,40-50")]
    [InlineData(10, 14, "")]
    public void A_transcript_has_the_texts_whose_ranges_touch_the_objects(int start, int end, string expected)
    {
        var answers = new DynamicAnswers([Action("Words #transcript", "b", [(15, 20)]), Action("Words #transcript", "a", [(5, 9), (40, 50)])]);

        var transcript = string.Join(';', answers.Over(start, end, Data).Select(static answer =>
            $"{((AnswerValue.Text)answer.Answer).Value.Replace('\n', ',')}@{string.Join(',', answer.Ranges.Select(static range => $"{range.Start}-{range.End}"))}"));

        Assert.Equal(expected, transcript);
    }

    [Fact]
    public void A_transcript_is_made_of_the_texts_of_its_own_attribute_on_its_own_space()
    {
        var answers = new DynamicAnswers(
        [
            Action("A #transcript", "one", [(0, 4)]), Action("B #Transcript", "other", [(0, 4)]), Action("Loud", "yes", [(0, 4)]),
            Action("A #transcript", "elsewhere", [(5, 9)]) with { Space = "s" }, Action("A #transcript", "two", [(5, 9)]),
            new DynamicAction(Action("A #transcript", "", []).Answer with { Answer = new AnswerValue.None() }, Frames([(3, 6)])),
        ]);

        Assert.Equal(
            ["A #transcript/='one\ntwo'*@0-4@5-9", "B #Transcript/='other'*@0-4", "Loud/='yes'*@0-4", "A #transcript/=none*@3-6"],
            answers.Over(0, 9, Data).Select(EventText.Of));
    }

    [Fact]
    public void Only_the_static_copy_of_a_transcript_is_replaced()
    {
        var answers = new DynamicAnswers([Action("Words #transcript", "x", [(0, 4)]), Action("Loud", "yes", [(0, 4)])]);

        Assert.True(answers.Replaces(Action("Words #transcript", "old", []).Answer));
        Assert.False(answers.Replaces(Action("Loud", "old", []).Answer));
        Assert.False(answers.Replaces(Action("Who", "me", []).Answer));
    }

    private static DynamicAction Action(string name, string text, (long Start, long End)[] ranges) =>
        new(new AttributeAnswer(name, null, null, new AnswerValue.Text(text), true), Frames(ranges));

    private static FrameRanges Frames((long Start, long End)[] ranges)
    {
        var frames = new FrameRanges();
        foreach (var (start, end) in ranges) frames.Add(start, end);
        return frames;
    }
}
