using System.Text;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

/// <summary>Rare and wrong things inside data units, spaces and their labels, and what is read after them.</summary>
public sealed class OddLabels
{
    [Theory]
    [InlineData("\"objects\":[],\"mood\":1", "labels", "/data_units/u/labels/mood")]
    [InlineData("\"3\":{\"mood\":[1],\"objects\":[]}", "a frame", "/data_units/u/labels/3/mood")]
    public void A_member_of_labels_that_nobody_knows_is_named_by_what_it_stands_in(string labels, string holder, string pointer)
    {
        var issue = Assert.Single(Reading.Of(Video(labels)).AllIssues);

        Assert.Equal((pointer, $"Member \"mood\" of {holder} is not known; it stands once and is not used."), (issue.Pointer, issue.Message));
    }

    [Theory]
    [InlineData("objects", "\"x\"", "a text")]
    [InlineData("objects", "{\"a\":{\"b\":1},\"c\":2}", "an object")]
    [InlineData("classifications", "7", "a number")]
    [InlineData("classifications", "{\"a\":[]}", "an object")]
    public void A_list_that_is_none_is_named_and_the_next_one_is_read(string list, string value, string found)
    {
        var row = Video($"\"3\":{{\"{list}\" : {value},\"objects\":[{Row.Object("a", Row.Box)}]}}");

        var reading = Reading.Of(row);

        var issue = reading.Found.Single(static issue => issue.Code == IssueCatalogue.UnusableContainer);
        Assert.Equal(($"/data_units/u/labels/3/{list}", $"Expected a list of {list}, found {found}; nothing in it is read."), (issue.Pointer, issue.Message));
        Assert.StartsWith(value, row[(int)issue.Offset..], StringComparison.Ordinal);
        Assert.Equal("a", reading.Only.ObjectHash);
    }

    [Fact]
    public void A_frame_that_is_none_is_named_by_its_own_key_after_one_that_is()
    {
        var row = Video($"\"2\":{Row.Labels(Row.Object("a", Row.Box))},\"3\" : [7]");

        Assert.Equal(["EL012 /data_units/u/labels/3 [7]},"], Said.Of(row, Reading.Of(row)));
    }

    [Fact]
    public void Sizes_that_a_frame_states_are_its_own_and_one_that_can_not_be_read_is_named()
    {
        string Frame(int key, string width) => $$"""
            "{{key}}":{"novelty":{"metadata":{"width":1,"height":1} },"objects":[{{Row.Object("a", Row.Box)}}],"metadata":{"of":{"width":9},"width" : {{width}},"height":40} }
            """;
        var row = Row.Of("dicom", Row.Unit("u", $"{{{Frame(0, "50")},{Frame(1, "60")},{Frame(2, "50")},{Frame(3, "60")},{Frame(4, "\"wide\"")}}}"));

        var reading = Reading.Of(row);

        Assert.Equal([new FrameSize(50, 40), new(60, 40), new(50, 40), new(60, 40), new(200, 100)], reading.Annotations.Select(annotation => annotation.Frame!.Size));
        Assert.Contains("EL303 /data_units/u/labels/4/metadata/width \"wide", Said.Of(row, reading));
    }

    [Fact]
    public void Labels_that_are_flat_may_state_their_size_too() =>
        Assert.Equal(new FrameSize(50, 40), Reading.Of(Row.Of("image", Row.Unit("u", $$"""{"objects":[{{Row.Object("a", Row.Box)}}],"metadata":{"width":50,"height":40} }"""))).Only.Frame!.Size);

    [Fact]
    public void A_size_beside_flat_labels_that_can_not_be_read_is_named_where_it_stands()
    {
        var row = Row.Of("image", Row.Unit("u", "{\"objects\":[],\"metadata\":{\"width\":\"wide\"} }"));

        Assert.Equal(["EL303 /data_units/u/labels/metadata/width \"wide"], Said.Of(row, Reading.Of(row)));
    }

    [Theory]
    [InlineData("{\"note\":\"x\"}", null)]
    [InlineData("{\"multiframe_frame_number\":3}", null)]
    [InlineData("{\"file_uri\":7,\"dicom_instance_uid\":{}}", null)]
    [InlineData("{\"of\":{\"file_uri\":\"no\"},\"file_uri\":\"f\"}", "  f")]
    [InlineData("{\"dicom_instance_uid\":\"1.2\",\"multiframe_frame_number\":3}", "1.2 3 ")]
    [InlineData("[\"file_uri\",\"f\"]", null)]
    [InlineData("null", null)]
    public void A_frame_may_name_its_file(string metadata, string? file)
    {
        var slice = Reading.Of(Row.Of("dicom", Row.Unit("u", $$"""{"0":{"objects":[],"metadata":{{metadata}}} }"""))).Events.OfType<RowEvent.FrameRead>().Single().Slice;

        Assert.Equal(file, slice is null ? null : $"{slice.InstanceUid} {slice.MultiframeNumber} {slice.Uri}");
    }

    [Fact]
    public void Places_are_those_of_the_values_whatever_white_space_stands_before_them()
    {
        const string Point = "\"point\":{\"0\":{\"x\":0.5,\"y\":0.5}}";
        var row = Video($$"""
            "0":{"objects":[{"objectHash":"a",{{Row.Box}},"isDeleted"  :  true}]},
            "1":{"objects":[{"objectHash":"a","shape"  :  "point",{{Point}},"mood"  :  1},{"objectHash"  :  "a",{{Row.Box}}}]}
            """);

        var reading = Reading.Of(row);

        Assert.Equal(
            ["EL114 /data_units/u/labels/0/objects/0/isDeleted true}", "EL214 /data_units/u/labels/1/objects/0/shape \"poin", "EL007 /data_units/u/labels/1/objects/0/mood 1},{\"",
                "EL110 /data_units/u/labels/1/objects/1/objectHash \"a\", "],
            Said.Of(row, reading));
        Assert.All(reading.Annotations, static annotation => Assert.Null(annotation.Event));
    }

    [Fact]
    public void Frames_in_any_order_have_the_answers_that_hold_on_them_and_share_their_list()
    {
        var labels = string.Join(",", new[] { 9, 5, 3, 7, 20 }.Select(frame => $"\"{frame}\":{Row.Labels(Row.Object("a", Row.Box))}"));

        var read = Reading.Of(Row.Of("video", Row.Unit("u", $"{{{labels}}}"), """ "object_actions":{"a":{"actions":[{"featureHash":"d","answers":"x","range":[[5,9]]}]} } """)).Annotations;

        Assert.Equal([1, 1, 0, 1, 0], read.Select(annotation => annotation.Attributes.Count));
        Assert.Same(read[0].Attributes, read[1].Attributes);
    }

    [Fact]
    public void Frames_at_both_ends_of_an_answer_share_its_list()
    {
        var labels = string.Join(",", new[] { 5, 9 }.Select(frame => $"\"{frame}\":{Row.Labels(Row.Object("a", Row.Box))}"));

        var read = Reading.Of(Row.Of("video", Row.Unit("u", $"{{{labels}}}"), """ "object_actions":{"a":{"actions":[{"featureHash":"d","answers":"x","range":[[5,9]]}]} } """)).Annotations;

        Assert.Same(read[0].Attributes, read[1].Attributes);
    }

    [Theory]
    [InlineData("7", "EL012 /data_units 7,\"sp")]
    [InlineData("[{\"x\":{\"y\":{}}}]", "EL012 /data_units [{\"x\"")]
    public void Data_units_that_are_none_are_named_and_the_spaces_are_read(string units, string said)
    {
        var row = $$"""{"label_hash":"l","data_type":"group","data_units":{{units}},"spaces":{"s":{"space_type":"image","width":9,"height":9,"child_info":7,"labels":{{Row.Labels(Row.Object("a", Row.Box))}} } } }""";

        var reading = Reading.Of(row);

        Assert.Equal("s", Assert.Single(reading.Index.Units).Hash);
        Assert.Equal([said, "EL008 /spaces/s/child_info 7,\"la"], Said.Of(row, reading));
        Assert.Equal("a", reading.Only.ObjectHash);
    }

    [Fact]
    public void What_nobody_knows_inside_the_parts_of_a_space_or_a_unit_is_stepped_over()
    {
        var reading = Reading.Of(Row.Of("group", """
            "g":{"metadata":{"is":{"children":[{}]},"children":[{"is":{"name":"no"},"name":"n","of":[1],"data_hash":"d"},{"name":"m"}],"then":1},"data_link":"l","labels":null}
            """, """
            "spaces":{"s":{"child_info":{"is":{"file_name":"no"},"file_name":"f","of":[1],"layout_key":"k"},"scene_info":{"is":{"uri":"no"},"stream_id":"st","of":[1],"uri":"u","event_index":3},
            "number_of_frames":0,"frames":null,"space_type":"video","labels":{"7":{"objects":[OBJECT]} } },"t":{"scene_info":"x","child_info":[],"space_type":"text"} }
            """.Replace("OBJECT", Row.Object("a", Row.Box), StringComparison.Ordinal)));

        var (group, space) = (reading.Index.Units[0], reading.Index.Units[1]);
        Assert.Equal([new GroupChild("d", null, "n", null), new GroupChild(null, null, "m", null)], group.Children);
        Assert.Equal(("l", "f", "k", (long?)null, new SceneFile("st", 3, "u")), (group.Link, space.Title, space.LayoutKey, space.FrameCount, space.Scene));
        Assert.Equal("text", reading.Index.Units[2].SpaceType);
        Assert.Equal(["EL008 /spaces/t/scene_info", "EL008 /spaces/t/child_info"], reading.AllIssues.Where(static issue => issue.Code == IssueCatalogue.WrongKind).Select(issue => $"{issue.Code.Id} {issue.Pointer}"));
        Assert.DoesNotContain(reading.AllIssues, static issue => issue.Code == IssueCatalogue.FrameBeyondFile);
    }

    [Theory]
    [InlineData("\"data_link\":\"https://example.com/x\"", "https://example.com/x")]
    [InlineData("\"data_link\":\"\"", null)]
    [InlineData("\"data_link\":null", null)]
    public void A_unit_may_have_a_link(string member, string? link) => Assert.Equal(link, Assert.Single(Reading.Of(Row.Of("image", Row.Unit("u", "{}", member))).Index.Units).Link);

    [Fact]
    public void A_member_of_a_unit_that_is_fine_does_not_say_again_what_was_wrong_before_it()
    {
        var row = Row.Of("image", Row.Unit("u", "{\"0\":{\"metadata\":{\"width\":5}}}", "\"width\":\"wide\",\"height\":5,\"data_fps\":[]"));

        Assert.Equal(["EL303 /data_units/u/width", "EL008 /data_units/u/data_fps"], Reading.Of(row).AllIssues.Select(issue => $"{issue.Code.Id} {issue.Pointer}"));
    }

    [Fact]
    public async Task Of_a_row_that_was_cut_since_it_was_indexed_nothing_is_said_of_what_is_cut()
    {
        var place = new RowPlace("e", 0, "");
        var bytes = Encoding.UTF8.GetBytes(RichRow.Of());
        var whole = await Reading.OfAsync(bytes, place, json => new MemoryStream(json));
        var expected = whole.Events.Select(EventText.Of).ToList();
        for (var length = 0; length < bytes.Length; length += 7)
        {
            var read = new List<string>();
            await Assert.ThrowsAsync<InvalidDataException>(async () =>
            {
                await foreach (var next in new LabelRowReader(place).ReadAsync(new MemoryStream(bytes[..length]), whole.Index, CancellationToken.None)) read.Add(EventText.Of(next));
            });
            Assert.Equal(expected.Take(read.Count), read);
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("")]
    [InlineData("[{\"objects\":[]}]")]
    public async Task Bytes_that_are_no_object_are_not_those_that_were_indexed(string other)
    {
        var place = new RowPlace("e", 0, "");
        var index = Reading.Of(Row.With(Row.Box)).Index;

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in new LabelRowReader(place).ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(other)), index, CancellationToken.None))
            {
            }
        });
    }

    private static string Video(string labels) => Row.Of("video", Row.Unit("u", $"{{{labels}}}"));
}
