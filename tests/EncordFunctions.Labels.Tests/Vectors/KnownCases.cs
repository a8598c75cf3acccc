using System.Text;
using System.Text.Json;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Tests.Vectors;

/// <summary>Dates, ranges and answers whose expected values are from elsewhere.</summary>
public sealed class KnownCases
{
    [Fact]
    public void Dates()
    {
        foreach (var known in Known.Cases("datetimes.json", "cases"))
        {
            var utc = known.TryGetProperty("utc", out var sure) ? sure : known.GetProperty("utc_true");
            Assert.True(Timestamp.TryRead(Encoding.UTF8.GetBytes(known.GetProperty("in").GetString()!), out var read));
            Assert.Equal(utc.GetDateTimeOffset(), read);
        }
    }

    [Fact]
    public void Ranges_are_inclusive_and_merged()
    {
        foreach (var known in Known.Cases("ranges_and_dynamic_answers.json", "inclusive_ranges"))
        {
            var ranges = new FrameRanges();
            var pairs = known.TryGetProperty("ranges", out var many) ? many.EnumerateArray().ToList() : [known.GetProperty("range")];
            foreach (var pair in pairs) ranges.Add(pair[0].GetInt64(), pair[1].GetInt64());
            Assert.Equal(
                known.GetProperty("frames").EnumerateArray().Select(frame => frame.GetInt64()),
                ranges.All.SelectMany(range => Enumerable.Range((int)range.Start, (int)(range.End - range.Start + 1)).Select(frame => (long)frame)));
        }
    }

    [Fact]
    public void Options_of_a_checklist_are_joined_per_frame()
    {
        foreach (var known in Known.Cases("ranges_and_dynamic_answers.json", "checklist_merge"))
        {
            var answers = new DynamicAnswers([.. known.GetProperty("in").EnumerateArray().Select(action =>
            {
                var frames = new FrameRanges();
                frames.Add(action[0].GetInt64(), action[1].GetInt64());
                var options = action[2].EnumerateArray().Select(option => new ChosenOption(null, null, option.GetString())).ToList();
                return new DynamicAction(new AttributeAnswer("c", "c", "c", new AnswerValue.Options(options), true), frames);
            })]);
            var expected = new SortedDictionary<long, string>();
            foreach (var merged in known.GetProperty("out").EnumerateArray())
            {
                for (var frame = merged[0].GetInt64(); frame <= merged[1].GetInt64(); frame++)
                    expected[frame] = string.Concat(merged[2].EnumerateArray().Select(option => option.GetString()).Order(StringComparer.Ordinal));
            }
            for (var frame = 0L; frame < 2000; frame++)
            {
                var options = answers.On(frame, null, out _).SelectMany(answer => ((AnswerValue.Options)answer.Answer).Chosen).Select(option => option.FeatureHash);
                Assert.Equal(expected.GetValueOrDefault(frame, ""), string.Concat(options.Order(StringComparer.Ordinal)));
            }
        }
    }

    [Fact]
    public void Objects_of_continuous_scenes_are_there_between_their_events()
    {
        foreach (var known in Known.Cases("ranges_and_dynamic_answers.json", "events"))
        {
            var frames = known.GetProperty("events").EnumerateArray().Select(step =>
                $"\"{step[0]}\":{{\"objects\":[{{\"objectHash\":\"a\",\"event\":\"{step[1]}\",\"shape\":\"point\",\"point\":{{\"0\":{{\"x\":0,\"y\":0,\"z\":0}}}}}}]}}");
            var reading = Reading.Of(Row.Of("scene", Row.Unit("u", $"{{{string.Join(",", frames)}}}"), "\"scene\":{\"isContinuous\":true}"));

            Assert.Equal(known.TryGetProperty("error", out _) ? ["EL217"] : [], reading.AllIssues.Select(issue => issue.Code.Id));
            if (!known.TryGetProperty("present", out var present)) continue;
            var merged = new FrameRanges();
            foreach (var annotation in reading.Annotations.Select(annotation => (LabelRange.Span)annotation.Range!)) merged.Add(annotation.Start, annotation.End!.Value);
            Assert.Equal(present.EnumerateArray().Select(range => new FrameRange(range[0].GetInt64(), range[1].GetInt64())), merged.All);
        }
    }

    [Fact]
    public void Classifications_stand_on_the_data_and_on_the_spaces_their_answers_name()
    {
        foreach (var known in Known.Cases("ranges_and_dynamic_answers.json", "classification_ranges"))
        {
            var answer = known.GetProperty("answer").ToString().Trim();
            var spaces = known.GetProperty("spaces").EnumerateObject().ToList();
            var reading = Reading.Of(Row.Of("video", Row.Unit("u", "{}"), $$"""
                "classification_answers":{"c":{{answer[..^1]}},"createdBy":"a@example.com"} },"spaces":{ {{string.Join(",", spaces.Select(space => $"\"{space.Name}\":{{\"space_type\":\"video\"}}"))}} }
                """));

            var root = known.GetProperty("root");
            var expected = spaces.Select(space => $"{space.Name}:{Ranges(space.Value)}");
            if (root.GetArrayLength() > 0 || spaces.Count == 0) expected = expected.Prepend($":{Ranges(root)}");
            Assert.Equal(expected, reading.Classifications.Select(read => $"{read.Space?.Hash}:{string.Join(",", read.Ranges.Select(range => $"{range.Start}-{range.End}"))}"));
            Assert.All(reading.Classifications, read => Assert.Equal(read.Ranges.Count == 0, read.IsGlobal));
            Assert.Empty(reading.AllIssues);
        }
    }

    [Fact]
    public void Transcripts_are_their_texts_in_order()
    {
        foreach (var known in Known.Cases("ranges_and_dynamic_answers.json", "transcripts"))
        {
            var actions = known.GetProperty("actions").EnumerateArray().Select(action => $"{{\"name\":\"#transcript\",\"featureHash\":\"t\",\"answers\":\"{action[0]}\",\"range\":{action[1]}}}");
            var attribute = Assert.Single(Reading.Of(Row.Of("audio", Row.Unit("u", "{}"), $$"""
                "object_answers":{"a":{"range":[[0,1000]]} },"object_actions":{"a":{"actions":[{{string.Join(",", actions)}}]} }
                """)).Only.Attributes);

            if (known.TryGetProperty("joined", out var joined)) Assert.Equal($"'{joined.GetString()}'", EventText.Of(attribute.Answer));
            if (known.TryGetProperty("segments", out var segments))
                Assert.Equal(segments.EnumerateArray().Select(range => new FrameRange(range[0].GetInt64(), range[1].GetInt64())), attribute.Ranges);
        }
    }

    private static string Ranges(JsonElement ranges) => string.Join(",", ranges.EnumerateArray().Select(range => $"{range[0]}-{range[1]}"));
}
