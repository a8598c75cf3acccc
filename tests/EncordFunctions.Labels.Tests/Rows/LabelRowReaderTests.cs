using System.Text;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

public sealed class LabelRowReaderTests
{
    private const string Box = Row.Box;

    [Fact]
    public void A_box_is_scaled_x_by_width_and_y_by_height()
    {
        var annotation = Reading.Of(Row.With(Box)).Only;

        Assert.Equal(new BoundingBox(20, 20, 60, 40), annotation.Shape);
        Assert.Equal(new FrameSize(200, 100), annotation.Frame!.Size);
    }

    [Fact]
    public void The_header_is_read_with_dates_in_utc()
    {
        var header = Reading.Of(Row.With(Box)).Header;

        Assert.Equal(("label-1", "main", "data-1", "set-1"), (header.LabelHash, header.BranchName, header.DataHash, header.DatasetHash));
        Assert.Equal(new DateTimeOffset(2025, 1, 7, 16, 12, 23, TimeSpan.Zero), header.CreatedAt);
        Assert.Equal("LABELLED", header.LabelStatus);
    }

    [Fact]
    public void What_an_object_says_of_itself_is_kept()
    {
        var annotation = Reading.Of(Row.With(
            $$"""
            {{Box}},"confidence":0.25,"manualAnnotation":false,"createdBy":"a@example.com","createdAt":"Wed, 28 May 2025 08:51:53 GMT",
            "lastEditedBy":"b@example.com","lastEditedAt":"Wed, 28 May 2025 08:51:54 UTC"
            """)).Only;

        Assert.Equal(("object-1", "feature0", "Car", "car", "#D33115"), (annotation.ObjectHash, annotation.FeatureHash, annotation.Name, annotation.Value, annotation.Color));
        Assert.Equal((0.25, false, "a@example.com", "b@example.com"), (annotation.Confidence, annotation.ManualAnnotation, annotation.CreatedBy, annotation.LastEditedBy));
        Assert.Equal(new DateTimeOffset(2025, 5, 28, 8, 51, 53, TimeSpan.Zero), annotation.CreatedAt);
        Assert.Equal(new DateTimeOffset(2025, 5, 28, 8, 51, 54, TimeSpan.Zero), annotation.LastEditedAt);
    }

    [Fact]
    public void An_object_that_says_little_is_certain_and_made_by_hand()
    {
        var annotation = Reading.Of(Row.With($"{Box},\"confidence\":null,\"createdBy\":null")).Only;

        Assert.Equal((1.0, true, (string?)null, (DateTimeOffset?)null), (annotation.Confidence, annotation.ManualAnnotation, annotation.CreatedBy, annotation.CreatedAt));
    }

    [Fact]
    public void Numbers_given_as_text_are_numbers()
    {
        var row = Row.Of("image", Row.Unit("u", Row.Labels(Row.Object("a", $"{Box},\"confidence\":\"0.5\"")), """ "width":"200","height":"100","data_fps":"25.5" """));

        var reading = Reading.Of(row);

        Assert.Equal((0.5, new FrameSize(200, 100)), (reading.Only.Confidence, reading.Only.Frame!.Size));
        Assert.Equal(25.5, Assert.Single(reading.Index.Units).Fps);
        Assert.Empty(reading.AllIssues);
    }

    [Fact]
    public void The_words_None_and_False_stand_for_absent_and_false()
    {
        var row = Row.Of("img_group", Row.Unit("u", Row.Labels(Row.Object("a", Box))), """ "is_image_sequence":"False","video_link":"None" """)
            .Replace("\"branch_name\":\"main\"", "\"branch_name\":null", StringComparison.Ordinal);

        var reading = Reading.Of(row);

        Assert.Equal((false, (string?)null), (reading.Header.IsImageSequence, reading.Header.BranchName));
        Assert.Empty(reading.AllIssues);
    }

    [Fact]
    public void Old_rows_that_lack_most_members_are_read()
    {
        var reading = Reading.Of(
            """{"data_type":"image","data_units":{"u":{"width":10,"height":10,"labels":{"objects":[{"objectHash":"a","shape":"point","point":{"0":{"x":0.5,"y":0.5}}}]}}}}""");

        Assert.Equal(new Point(new Vertex(5, 5)), reading.Only.Shape);
        Assert.Equal("EL006", Assert.Single(reading.AllIssues).Code.Id);
    }

    [Theory]
    [InlineData("image")]
    [InlineData("img_group")]
    [InlineData("image_group")]
    [InlineData("video")]
    [InlineData("dicom")]
    public void Labels_may_be_flat_or_under_their_frame_in_every_data_type(string dataType)
    {
        var flat = Row.Labels(Row.Object("a", Box));

        var read = Reading.Of(Row.Of(dataType, Row.Unit("u", flat))).Only;
        var keyed = Reading.Of(Row.Of(dataType, Row.Unit("u", $$"""{"0":{{flat}}}"""))).Only;

        Assert.Equal((0, read.Shape), (read.Frame!.Number, keyed.Shape));
        Assert.Equal(read.Frame!.Number, keyed.Frame!.Number);
    }

    [Fact]
    public void Frames_of_a_video_are_numbered_by_their_keys_and_may_come_in_any_order()
    {
        var labels = $$"""{"12":{{Row.Labels(Row.Object("a", Box))}},"3":{{Row.Labels(Row.Object("a", Box), Row.Object("b", Box))}},"9000000000":{{Row.Labels(Row.Object("a", Box))}}}""";

        var reading = Reading.Of(Row.Of("video", Row.Unit("u", labels)));

        Assert.Equal([(12, 0), (3, 0), (3, 1), (9000000000, 0)], reading.Annotations.Select(annotation => (annotation.Frame!.Number, annotation.Position)));
    }

    [Fact]
    public void Images_of_a_group_are_numbered_by_their_sequence_and_have_their_own_sizes()
    {
        var units = string.Join(",",
            Row.Unit("second", Row.Labels(Row.Object("a", Box)), """ "width":1000,"height":10 """, 1),
            Row.Unit("first", Row.Labels(Row.Object("a", Box)), """ "width":10,"height":1000 """, 0));

        var reading = Reading.Of(Row.Of("img_group", units));

        Assert.Equal([(1, "second", new BoundingBox(100, 2, 300, 4)), (0, "first", new BoundingBox(1, 200, 3, 400))],
            reading.Annotations.Select(annotation => ((int)annotation.Frame!.Number, annotation.Unit.Hash, (BoundingBox)annotation.Shape)));
    }

    [Fact]
    public void An_image_sequence_is_read_like_a_group()
    {
        var units = string.Join(",", Row.Unit("u0", Row.Labels(Row.Object("a", Box))), Row.Unit("u1", Row.Labels(Row.Object("a", Box)), sequence: 1));

        var reading = Reading.Of(Row.Of("img_group", units, """ "is_image_sequence":true,"video_link":"https://example.com/v.mp4" """));

        Assert.True(reading.Header.IsImageSequence);
        Assert.Equal([0, 1], reading.Annotations.Select(annotation => annotation.Frame!.Number));
    }

    [Fact]
    public void A_slice_that_states_its_size_is_scaled_by_it()
    {
        string Slice(string metadata) => $$"""{"objects":[{{Row.Object("a", Box)}}],"metadata":{{metadata}} }""";
        var sized = Slice("""{"dicom_instance_uid":"1.2","width":10,"height":10}""");
        var labels = $$"""{"0":{{Slice("null")}},"1":{{sized}},"2":{{Slice("""{"width":"20","height":"30"}""")}} }""";

        var reading = Reading.Of(Row.Of("dicom", Row.Unit("u", labels, """ "width":512,"height":512 """)));

        Assert.Equal([new FrameSize(512, 512), new FrameSize(10, 10), new FrameSize(20, 30)], reading.Annotations.Select(annotation => annotation.Frame!.Size));
        Assert.Equal(new BoundingBox(1, 2, 3, 4), reading.Annotations[1].Shape);
    }

    [Fact]
    public void Lists_that_are_written_as_empty_objects_or_null_are_empty()
    {
        var reading = Reading.Of(Row.Of("video", Row.Unit("u", """{"0":{"objects":{},"classifications":null},"1":{}}""")));

        Assert.All(reading.Events, one => Assert.IsType<RowEvent.FrameRead>(one));
    }

    [Fact]
    public void A_frame_that_the_row_lists_comes_after_what_stands_on_it_and_also_where_nothing_does()
    {
        var labels = $$"""{"7":{{Row.Labels(Row.Object("a", Box))}},"3":{"objects":[],"classifications":[]},"7":{{Row.Labels(Row.Object("b", Box))}} }""";

        var reading = Reading.Of(Row.Of("video", Row.Unit("u", labels)));

        Assert.Equal(
            ["AnnotationRead", "FrameRead 7", "FrameRead 3", "AnnotationSkipped"],
            reading.Events.Where(one => one is not RowEvent.IssueFound).Select(one => one.GetType().Name + (one is RowEvent.FrameRead { Frame.Number: var frame } ? $" {frame}" : "")));
    }

    [Fact]
    public void A_frame_under_its_key_behind_flat_labels_does_not_take_their_frame_away()
    {
        var labels = $$"""{"objects":[{{Row.Object("a", Box)}}],"7":{{Row.Labels(Row.Object("b", Box))}} }""";

        var reading = Reading.Of(Row.Of("video", Row.Unit("u", labels)));

        Assert.Equal(["a on 0", "0 ends", "b on 7", "7 ends"], Steps(reading));
        Assert.Empty(reading.Found);
    }

    [Fact]
    public void A_member_that_is_not_known_behind_flat_labels_does_not_end_their_frame()
    {
        var labels = $$"""{"objects":[{{Row.Object("a", Box)}}],"novelty":{"objects":[]},"classifications":[3]}""";

        var reading = Reading.Of(Row.Of("image", Row.Unit("u", labels)));

        Assert.Equal(["a on 0", "0 ends"], Steps(reading));
        Assert.Equal([IssueCatalogue.ClassificationMalformed, IssueCatalogue.UnknownMember], reading.AllIssues.Select(issue => issue.Code).OrderByDescending(code => code.Id));
    }

    private static IEnumerable<string> Steps(Reading reading) => reading.Events
        .Select(one => one switch
        {
            RowEvent.AnnotationRead { Annotation: var annotation } => $"{annotation.ObjectHash} on {annotation.Frame!.Number}",
            RowEvent.FrameRead { Frame.Number: var frame } => $"{frame} ends",
            _ => "",
        })
        .Where(step => step.Length > 0);

    [Fact]
    public void A_frame_says_which_file_it_is_of_wherever_that_stands()
    {
        var metadata = """{"dicom_instance_uid":"1.2\u002e3","multiframe_frame_number":4,"file_uri":"bucket/a","width":512,"height":512}""";
        var labels = $$"""{"0":{"metadata":{{metadata}},"objects":[]},"1":{"objects":[],"metadata":{"dicom_instance_uid":"9","multiframe_frame_number":null} },"2":{"metadata":3} }""";

        var reading = Reading.Of(Row.Of("dicom", Row.Unit("u", labels, """ "width":512,"height":512 """)));

        Assert.Equal([new SliceFile("1.2.3", 4, "bucket/a"), new SliceFile("9", null, null), null], reading.Events.OfType<RowEvent.FrameRead>().Select(one => one.Slice));
    }

    [Fact]
    public void Data_units_without_labels_are_units_all_the_same()
    {
        var reading = Reading.Of("""{"label_hash":"l","data_type":"image","data_units":{"a":{"width":1,"height":2},"b":{"labels":{}},"c":{"labels":null}}}""");

        Assert.Equal(["a", "b", "c"], reading.Index.Units.Select(unit => unit.Hash));
        Assert.Empty(reading.Events);
    }

    [Fact]
    public async Task A_row_may_be_read_a_second_time_with_the_same_index()
    {
        var bytes = Encoding.UTF8.GetBytes(Row.With($"{Box},\"novelty\":1"));
        var first = await Reading.OfAsync(bytes, new RowPlace("e", 0, ""), json => new MemoryStream(json));
        var again = new List<RowEvent>();

        await foreach (var next in new LabelRowReader(new RowPlace("e", 0, "")).ReadAsync(new MemoryStream(bytes), first.Index, CancellationToken.None)) again.Add(next);

        Assert.Equal(first.Events.Select(EventText.Of), again.Select(EventText.Of));
    }

    [Fact]
    public async Task Bytes_that_are_not_the_ones_indexed_are_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Row.With(Box));
        var index = (await Reading.OfAsync(bytes, new RowPlace("e", 0, ""), json => new MemoryStream(json))).Index;
        var reader = new LabelRowReader(new RowPlace("e", 0, ""));

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in reader.ReadAsync(new MemoryStream(bytes[..500]), index, CancellationToken.None))
            {
            }
        });
    }

    [Fact]
    public async Task Reading_ends_when_it_is_cancelled()
    {
        var bytes = Encoding.UTF8.GetBytes(Row.With(Box));
        var reader = new LabelRowReader(new RowPlace("e", 0, ""));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.IndexAsync(new MemoryStream(bytes), new CancellationToken(true)));
    }
}
