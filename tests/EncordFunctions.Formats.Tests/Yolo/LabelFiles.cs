using CsCheck;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Yolo;

public sealed class LabelFiles
{
    [Fact]
    public async Task Frames_of_a_video_are_files_of_a_folder_and_those_without_labels_are_none()
    {
        var row = RowBuilder.Video("a.mp4", 100, 100, frames: 50);
        var car = row.Object("Car");
        var built = row.Frame(7).Box(car, 10, 10, 20, 20).Frame(3).Box(car, 20, 10, 20, 20).Frame(9).Point(row.Object("Light"), 1, 1).Build();
        var unit = built.Truth.Annotations[0].DataUnitHash;

        var joined = await Yolo.WriteAsync("detect", built);

        Assert.Equal(
            ["yolo/detect/data.yaml", $"yolo/detect/labels/{unit}/3.txt", $"yolo/detect/labels/{unit}/7.txt", $"yolo/detect/labels/{unit}/9.txt"],
            joined.Files.Files.Keys);
        Assert.Equal("0 0.2 0.2 0.2 0.2\n", joined.Files.Text($"yolo/detect/labels/{unit}/7.txt"));
        // The frame was looked at, and what is on it has no box.
        Assert.Equal("", joined.Files.Text($"yolo/detect/labels/{unit}/9.txt"));
        Assert.Equal("text/plain; charset=utf-8", joined.Files.ContentTypes[$"yolo/detect/labels/{unit}/7.txt"]);
    }

    [Fact]
    public async Task Images_that_were_labelled_and_hold_nothing_have_an_empty_file()
    {
        var blank = RowBuilder.Image("blank.jpg", 100, 100).Build();
        var group = RowBuilder.ImageGroup("pair").Unit("a.jpg", 50, 50, 0).Unit("b.jpg", 60, 60, 1);
        var full = group.Box(group.Object("Car"), 6, 6, 12, 12).Build();

        var joined = await Yolo.WriteAsync("detect", blank, full);

        var texts = joined.Files.Files.Keys.Where(static path => path.EndsWith(".txt", StringComparison.Ordinal)).Select(joined.Files.Text).Order();
        Assert.Equal(["", "", "0 0.2 0.2 0.2 0.2\n"], texts);
    }

    [Theory]
    [InlineData("NOT_LABELLED", false)]
    [InlineData("LABEL_IN_PROGRESS", false)]
    [InlineData("REVIEWED", true)]
    [InlineData(null, true)]
    public async Task An_image_that_nobody_has_finished_is_no_background(string? status, bool isBackground)
    {
        var unit = Writing.Unit with { Hash = "blank" };
        var row = Writing.Row with { Index = Of(Writing.Index.Header with { LabelStatus = status }, unit) };
        var joined = await Joined.WriteAsync(Yolo.Of("detect"), null, (Writing.Row, [Writing.Read(new BoundingBox(1, 1, 2, 2))]), (row with { Ordinal = 4 }, []));
        Assert.Equal(isBackground, joined.Files.Files.ContainsKey("yolo/detect/labels/blank.txt"));
    }

    [Fact]
    public async Task An_image_of_which_an_object_could_not_be_read_is_no_background()
    {
        var row = Writing.Row with { Ordinal = 4, Index = Of(Writing.Index.Header, Writing.Unit with { Hash = "blank" }) };
        var joined = await Joined.WriteAsync(
            Yolo.Of("detect"), null,
            (Writing.Row, [Writing.Read(new BoundingBox(1, 1, 2, 2))]),
            (row, [new RowEvent.AnnotationSkipped(Writing.Finding("EL001"))]));
        Assert.False(joined.Files.Files.ContainsKey("yolo/detect/labels/blank.txt"));
    }

    [Fact]
    public async Task Rows_of_the_same_picture_never_write_the_same_file()
    {
        var main = Writing.Index.Header;
        RowEvent[] events = [new RowEvent.AnnotationRead(Writing.Annotate(new BoundingBox(1, 1, 2, 2), frame: 0))];
        var joined = await Joined.WriteAsync(
            Yolo.Of("detect"), null,
            (Writing.Row with { Ordinal = 0, Index = Of(main, Writing.Unit) }, events),
            (Writing.Row with { Ordinal = 1, Index = Of(main with { BranchName = "second/opinion" }, Writing.Unit) }, events),
            (Writing.Row with { Ordinal = 2, Index = Of(main with { LabelHash = "of another project", BranchName = null }, Writing.Unit) }, events));
        Assert.Equal(
            ["yolo/detect/data.yaml", "yolo/detect/labels/@second_opinion/unit-1.txt", "yolo/detect/labels/unit-1.txt", "yolo/detect/labels/unit-1~2-0.txt"],
            joined.Files.Files.Keys);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../../manifest")]
    [InlineData("a b\n")]
    public async Task No_hash_leaves_the_folder(string hash)
    {
        var unit = Writing.Unit with { Hash = hash };
        var annotation = Writing.Annotate(new BoundingBox(1, 1, 2, 2)) with { Unit = unit };
        var joined = await Joined.WriteAsync(
            Yolo.Of("detect"), null, (Writing.Row with { Index = Of(Writing.Index.Header, unit) }, [new RowEvent.AnnotationRead(annotation)]));
        Assert.All(joined.Files.Files.Keys, static path => Assert.Matches("^yolo/detect/(data.yaml|labels/[^/ ]*[^/. ][^/ ]*/4.txt)$", path));
    }

    [Fact]
    public async Task A_picture_of_very_many_labels_is_written_as_they_come()
    {
        const int Boxes = 20_000;
        RowEvent[] events = [.. Enumerable.Range(0, Boxes).Select(static i => Writing.Read(new BoundingBox(0.01 * i, 0.01 * i, 1, 1)))];

        var joined = await Joined.WriteAsync(Yolo.Of("detect"), null, (Writing.Row, events));

        var lines = joined.Files.Text("yolo/detect/labels/unit-1/4.txt").Split('\n')[..^1];
        Assert.Equal(Boxes, lines.Length);
        Assert.Equal($"0 {0.5 / 640} {0.5 / 480:F10}", string.Join(' ', lines[0].Split(' ')[..3]));
        Assert.True(joined.Files.Flushes > 10);
    }

    [Fact]
    public async Task A_frame_that_stands_in_the_row_again_does_not_take_the_place_of_the_first()
    {
        var row = RowBuilder.Video("a.mp4", 100, 100, frames: 50);
        var built = row.Frame(1).Box(row.Object("Car"), 10, 10, 20, 20).Frame(2).Box(row.Object("Car"), 10, 10, 20, 20).Build();
        var text = System.Text.Encoding.UTF8.GetString(built.Json.Span).Replace("\"2\":", "\"01\":");

        var joined = await Joined.WriteAsync(Yolo.Of("detect"), null, text);

        var file = Assert.Single(joined.Files.Files.Keys, static path => path.EndsWith(".txt", StringComparison.Ordinal));
        Assert.EndsWith("/1.txt", file);
        Assert.Equal("0 0.2 0.2 0.2 0.2\n", joined.Files.Text(file));
    }

    [Fact]
    public async Task Names_come_out_of_the_yaml_whatever_they_hold()
    {
        string[] names = ["plain", "O'Brien: \"x\" #1", "back\\slash", "Größe → 😀", "two\nlines\t", "\u0085\u2028", ""];
        RowEvent[] events = [.. names.Select((name, i) => new RowEvent.AnnotationRead(Writing.Annotate(new BoundingBox(i, 1, 2, 2)) with { Name = name, FeatureHash = $"f{i}" }))];

        var joined = await Joined.WriteAsync(Yolo.Of("detect"), null, (Writing.Row, events));

        Assert.Equal(names.Order(StringComparer.Ordinal), Yolo.Names(joined, "detect"));
        var yaml = joined.Files.Text("yolo/detect/data.yaml").Split('\n');
        Assert.Contains("train: images", yaml);
        Assert.Contains("val: images", yaml);
        Assert.DoesNotContain(yaml, static line => line.StartsWith("path:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fragment_that_was_cut_short_is_no_shorter_label_file()
    {
        var staged = new MemoryFiles();
        var format = Yolo.Of("detect");
        await using var file = staged.Create("fragment", "");
        await using var writer = format.OpenRow(Writing.Row, new FragmentFile(file).Track(format.Track));
        await writer.WriteAsync(Writing.Read(new BoundingBox(1, 1, 2, 2)), TestContext.Current.CancellationToken);
        var ledger = await writer.CompleteAsync(TestContext.Current.CancellationToken);
        await file.CommitAsync(TestContext.Current.CancellationToken);
        var export = new ExportContext
        {
            Manifest = new EncordFunctions.Formats.Manifests.Manifest { Export = "e", Blob = "b", ETag = "t", Formats = "yolo", Ledger = [ledger] },
            Classes = new EncordFunctions.Formats.Classes.ClassList(null, []),
        };
        var whole = staged.Files["fragment"][5..];
        var joined = new MemoryFiles();
        await using var joining = format.OpenExport(export, joined);
        await joining.BeginRowAsync(0, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
            await joining.TakeAsync(new FragmentRecord('d', whole.AsMemory(0, whole.Length - 3)), TestContext.Current.CancellationToken));
        Assert.Empty(joined.Files);
    }

    [Fact]
    public async Task Numbers_are_plain_and_within_half_of_the_tenth_decimal() => await Gen.Double[0, 100].SampleAsync(
        async x =>
        {
            var joined = await Joined.WriteAsync(
                Yolo.Of("segment"), null,
                (Writing.Row, [new RowEvent.AnnotationRead(Writing.Annotate(new Polygon([[[new(x, 0), new(100, 50), new(0, 100)]]]), size: new FrameSize(100, 100)))]));
            var text = joined.Files.Text("yolo/segment/labels/unit-1/4.txt").Split(' ')[1];
            Assert.Matches("^(0|1|0\\.[0-9]{0,9}[1-9])$", text);
            Assert.Equal(x / 100, double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), 0.51e-10);
        },
        iter: 300);

    private static RowIndex Of(LabelRowHeader header, DataUnit unit) => new() { Header = header, Units = [unit] };
}
