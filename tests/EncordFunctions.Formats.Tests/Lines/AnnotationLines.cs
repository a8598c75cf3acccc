using System.Text.Json;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Lines;

public sealed class AnnotationLines
{
    private static readonly AnnotationsJsonl Format = new();

    [Fact]
    public async Task A_line_says_all_that_is_known()
    {
        var annotation = Writing.Annotate(new BoundingBox(64.1, 48, 320, 0.5)) with
        {
            FeatureHash = "f1",
            Name = "Größe \"A\" <b>",
            Value = "groesse_a",
            Color = "#D33115",
            Confidence = 0.25,
            ManualAnnotation = false,
            CreatedBy = "ann@example.com",
            CreatedAt = new DateTimeOffset(2023, 12, 1, 12, 3, 24, TimeSpan.FromHours(1)),
            LastEditedBy = "bob@example.com",
            LastEditedAt = new DateTimeOffset(2023, 12, 1, 11, 3, 24, TimeSpan.Zero).AddMilliseconds(120),
        };

        var (files, ledger) = await Writing.WriteAsync(Format, new RowEvent.AnnotationRead(annotation));

        Assert.Equal(
            """
            {"label_hash":"label-1","branch_name":"main","data_hash":"data-1","data_unit_hash":"unit-1","data_title":"left.jpg",
            "frame":4,"width":640,"height":480,"object_hash":"o/+1","feature_hash":"f1","name":"Größe \"A\" <b>","value":"groesse_a",
            "color":"#D33115","shape":"bounding_box","confidence":0.25,"manual_annotation":false,
            "created_by":"ann@example.com","created_at":"2023-12-01T11:03:24Z",
            "last_edited_by":"bob@example.com","last_edited_at":"2023-12-01T11:03:24.12Z",
            "bbox":[64.1,48,320,0.5],"area":160,"geometry":{"x":64.1,"y":48,"w":320,"h":0.5},"attributes":[],"range":null}
            """.ReplaceLineEndings("") + "\n",
            files.Text("annotations.jsonl"));
        Assert.Equal("application/x-ndjson", files.ContentTypes["annotations.jsonl"]);
        Assert.Equal(("annotations.jsonl", 1L, 1L), (ledger.Derivative, ledger.In, ledger.Written));
    }

    [Fact]
    public async Task What_is_not_known_is_null_and_the_members_are_the_same()
    {
        var bare = new Annotation
        {
            Unit = Writing.Unit with { Title = null },
            Frame = new Frame(0, default),
            Position = 0,
            ObjectHash = "o1",
            Shape = new Point(new Vertex(1, 2)),
        };

        var (files, _) = await Writing.WriteAsync(Format, new RowEvent.AnnotationRead(bare), Writing.Read(new BoundingBox(0, 0, 1, 1)));

        var lines = files.Text("annotations.jsonl").Split('\n');
        Assert.Equal(
            """
            {"label_hash":"label-1","branch_name":"main","data_hash":"data-1","data_unit_hash":"unit-1","data_title":"pair",
            "frame":0,"width":null,"height":null,"object_hash":"o1","feature_hash":null,"name":null,"value":null,"color":null,"shape":"point",
            "confidence":1,"manual_annotation":true,"created_by":null,"created_at":null,"last_edited_by":null,"last_edited_at":null,
            "bbox":[1,2,0,0],"area":0,"geometry":{"point":[1,2]},"attributes":[],"range":null}
            """.ReplaceLineEndings(""),
            lines[0]);
        Assert.Equal(MembersOf(lines[0]), MembersOf(lines[1]));
        Assert.Equal(["", ""], [lines[2], string.Concat(lines[3..])]);
    }

    [Fact]
    public async Task An_attribute_is_answered_by_text_a_number_nothing_or_options()
    {
        var annotation = Writing.Annotate(new Point(default)) with
        {
            Attributes =
            [
                new("Note", "note", "a1", new AnswerValue.Text("日本 \n \"x\""), false),
                new("Count", "count", "a2", new AnswerValue.Number(-0.5), true),
                new(null, null, "a3", new AnswerValue.None(), false),
                new("Kind", "kind", "a4", new AnswerValue.Options([new("One", "one", "o1"), new(null, null, "o2")]), true),
                new("Flags", "flags", null, new AnswerValue.Options([]), false),
            ],
        };

        var (files, _) = await Writing.WriteAsync(Format, new RowEvent.AnnotationRead(annotation));

        Assert.EndsWith(
            """
            ,"attributes":[{"name":"Note","value":"note","feature_hash":"a1","dynamic":false,"answer":"日本 \n \"x\""},
            {"name":"Count","value":"count","feature_hash":"a2","dynamic":true,"answer":-0.5},
            {"name":null,"value":null,"feature_hash":"a3","dynamic":false,"answer":null},
            {"name":"Kind","value":"kind","feature_hash":"a4","dynamic":true,"answer":
            [{"name":"One","value":"one","feature_hash":"o1"},{"name":null,"value":null,"feature_hash":"o2"}]},
            {"name":"Flags","value":"flags","feature_hash":null,"dynamic":false,"answer":[]}],"range":null}
            """.ReplaceLineEndings("") + "\n",
            files.Text("annotations.jsonl"));
    }

    [Fact]
    public async Task With_an_ontology_an_answer_has_a_type_and_nested_attributes_stand_with_their_option()
    {
        var nested = new AttributeAnswer("How wet", "how_wet", "a2", new AnswerValue.Number(3), Dynamic: false) { Type = "numeric" };
        var option = new ChosenOption("Rain", "rain", "o1") { Attributes = [nested] };
        var annotation = Writing.Annotate(new Point(default)) with
        {
            Attributes = [new AttributeAnswer("Weather", "weather", "a1", new AnswerValue.Options([option]), Dynamic: false) { Type = "radio" }],
        };

        var (files, _) = await Writing.WriteAsync(Format, new RowEvent.AnnotationRead(annotation));

        Assert.Contains(
            """
            "attributes":[{"name":"Weather","value":"weather","feature_hash":"a1","type":"radio","dynamic":false,"answer":
            [{"name":"Rain","value":"rain","feature_hash":"o1","attributes":
            [{"name":"How wet","value":"how_wet","feature_hash":"a2","type":"numeric","dynamic":false,"answer":3}]}]}]
            """.ReplaceLineEndings(""),
            files.Text("annotations.jsonl"));
    }

    [Fact]
    public async Task What_stands_over_a_range_has_no_frame_no_box_and_no_geometry()
    {
        var spoken = new AttributeAnswer("Words", "words", "a1", new AnswerValue.Text("hello"), Dynamic: true) { Ranges = [new FrameRange(10, 20), new FrameRange(40, 40)] };
        var annotation = Writing.Annotate(new Span("audio")) with { Frame = null, Range = new LabelRange.Span(5, 99), Attributes = [spoken] };

        var (files, _) = await Writing.WriteAsync(Format, new RowEvent.AnnotationRead(annotation));

        var line = files.Text("annotations.jsonl");
        Assert.Contains("\"frame\":null,\"width\":null,\"height\":null,", line);
        Assert.Contains("\"shape\":\"audio\",", line);
        Assert.EndsWith(
            """
            "bbox":null,"area":null,"geometry":null,"attributes":[{"name":"Words","value":"words","feature_hash":"a1","dynamic":true,
            "answer":"hello","ranges":[[10,20],[40,40]]}],"range":[5,99]}
            """.ReplaceLineEndings("") + "\n",
            line);
    }

    [Fact]
    public async Task What_marks_html_has_two_places_and_a_scene_says_what_happens()
    {
        var marked = Writing.Annotate(new Span("text")) with
        {
            Frame = null,
            Range = new LabelRange.Html(new HtmlPlace("/html/p[1]/text()", 3), new HtmlPlace("/html/p[2]/text()", 0)),
        };
        var moved = Writing.Annotate(new Point(default)) with
        {
            Frame = new Frame(9_000_000_000, default) { Stream = "lidar" },
            Range = new LabelRange.Span(9_000_000_000, null),
            Event = "upsert",
            Interpolate = "hold",
            Extra = "{\"mood\":[1,{}]}",
        };

        var (files, _) = await Writing.WriteAsync(Format, new RowEvent.AnnotationRead(marked), new RowEvent.AnnotationRead(moved));

        var lines = files.Text("annotations.jsonl").Split('\n');
        Assert.EndsWith("""
            "range":{"start":{"xpath":"/html/p[1]/text()","offset":3},"end":{"xpath":"/html/p[2]/text()","offset":0}}}
            """.Trim(), lines[0]);
        Assert.EndsWith("""
            "range":[9000000000,null],"stream":"lidar","event":"upsert","interpolate":"hold","extra":{"mood":[1,{}]}}
            """.Trim(), lines[1]);
    }

    [Fact]
    public async Task Skipped_annotations_stand_in_the_ledger_with_their_reasons()
    {
        var (files, ledger) = await Writing.WriteAsync(
            Format,
            new RowEvent.AnnotationSkipped(Writing.Finding("EL102")),
            Writing.Read(new Point(default)),
            new RowEvent.AnnotationSkipped(Writing.Finding("EL101")),
            new RowEvent.AnnotationSkipped(Writing.Finding("EL102")),
            new RowEvent.ClassificationSkipped(Writing.Finding("EL201")),
            new RowEvent.IssueFound(Writing.Finding("EL301")));

        Assert.Equal((4L, 1L), (ledger.In, ledger.Written));
        Assert.Equal([new("EL101", 1, "row 3, /0/data_units"), new("EL102", 2, "row 3, /0/data_units")], ledger.Skipped);
        Assert.Single(files.Text("annotations.jsonl"), '\n');
    }

    [Fact]
    public async Task A_row_without_annotations_has_an_empty_file()
    {
        var (files, ledger) = await Writing.WriteAsync(Format);

        Assert.Empty(files.Files["annotations.jsonl"]);
        Assert.Equal((0L, 0L), (ledger.In, ledger.Written));
    }

    [Fact]
    public async Task Lines_are_handed_on_as_they_are_written()
    {
        var (files, _) = await Writing.WriteAsync(Format, Writing.Read(new Point(default)), Writing.Read(new Point(default)));

        Assert.Equal(2, files.Flushes);
    }

    [Fact]
    public async Task What_is_not_completed_is_not_there()
    {
        foreach (var format in Derivatives.Always.Where(format => format is not MaskPng))
        {
            var files = new MemoryFiles();
            await using (var writer = format.Open(Writing.Row, files))
                await writer.WriteAsync(new RowEvent.AnnotationSkipped(Writing.Finding("EL101")), TestContext.Current.CancellationToken);

            Assert.Empty(files.Files);
        }
    }

    private static string[] MembersOf(string line) => [.. JsonDocument.Parse(line).RootElement.EnumerateObject().Select(one => one.Name)];
}
