using System.Text;
using System.Text.Json;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Masks;

public sealed class FrameMasks
{
    private static readonly SemanticMasks Semantic = new();
    private static readonly InstanceMasks Instance = new();

    [Fact]
    public async Task Two_cars_and_a_road_become_two_classes_and_three_objects()
    {
        var row = RowBuilder.Image("street.jpg", 8, 5);
        var (road, left, right) = (row.Object("Road"), row.Object("Car"), row.Object("Car"));
        var built = row.Box(road, 0, 2, 8, 3).Box(left, 1, 1, 3, 3).Box(right, 3, 1, 4, 2).Point(row.Object("Lamp"), 4, 4).Build();

        var classes = await WrittenRow.OfAsync(Semantic, built.Json);
        var objects = await WrittenRow.OfAsync(Instance, built.Json);

        Assert.Equal(
            """
            ........
            .222222.
            12222221
            12221111
            11111111
            """,
            Drawn(classes.Files.Files["semantic/0.png"]));
        Assert.Equal(
            """
            ........
            .223333.
            12233331
            12221111
            11111111
            """,
            Drawn(objects.Files.Files["instance/0.png"]));
        Assert.Equal(
            $$"""
            {"label_hash":"{{built.Truth.LabelHash}}","branch_name":"main","data_hash":"{{built.Truth.DataHash}}","data_unit_hash":"{{built.Truth.DataHash}}",
            "data_title":"street.jpg","frame":0,"png":"semantic/0.png","width":8,"height":5,"bits":8,"background":10,"overlap":10,
            "classes":[{"index":1,"feature_hash":"{{road.FeatureHash}}","name":"Road","color":"{{road.Color}}","pixels":15},
            {"index":2,"feature_hash":"{{left.FeatureHash}}","name":"Car","color":"{{left.Color}}","pixels":15}]}
            """.ReplaceLineEndings("") + "\n",
            classes.Files.Text("semantic.jsonl"));
        var line = Assert.Single(objects.Lines("instance.jsonl"));
        Assert.Equal(10, line.GetProperty("overlap").GetInt32());
        Assert.Equal(
            [(1, road.ObjectHash, "#800000", 15), (2, left.ObjectHash, "#008000", 7), (3, right.ObjectHash, "#808000", 8)],
            line.GetProperty("objects").EnumerateArray().Select(static one => (
                one.GetProperty("index").GetInt32(),
                one.GetProperty("object_hash").GetString()!,
                one.GetProperty("color").GetString()!,
                one.GetProperty("pixels").GetInt32())));
        Assert.Equal(["#000000", road.Color, left.Color], TinyPng.ReadNumbers(classes.Files.Files["semantic/0.png"]).Palette);
        Assert.Equal(["#000000", "#800000", "#008000", "#808000"], TinyPng.ReadNumbers(objects.Files.Files["instance/0.png"]).Palette);
        Assert.Equal((4L, 3L), (classes.Ledger.In, classes.Ledger.Written));
        Assert.Equal(("no_form_for_shape", 1L), classes.Ledger.Skipped.Select(one => (one.Reason, one.Count)).Single());
        // The second car hides a part of the first: of its class nothing is lost there, of the object there is.
        Assert.Equal(("painted_over", 2L), classes.Ledger.Losses.Select(one => (one.Reason, one.Count)).Single());
        Assert.Equal(("painted_over", 2L), objects.Ledger.Losses.Select(one => (one.Reason, one.Count)).Single());
    }

    [Fact]
    public async Task A_class_has_the_number_of_its_place_in_the_ontology_in_every_row()
    {
        var ontology = new Ontology(
            [new("hash-lamp") { Name = "Lamp", Color = "#010203" }, new("hash-car") { Name = "Car", Color = "#0a0B0c" }, new("hash-road") { Name = "Road" }], [], []);
        var files = new MemoryFiles();
        await using var writer = Semantic.Open(Writing.Row with { Ontology = ontology }, files);
        var car = Writing.Annotate(new BoundingBox(0, 0, 2, 1), "a", 0, new FrameSize(4, 2)) with { FeatureHash = "hash-car", Name = "Car" };
        foreach (var one in new[] { car, car with { ObjectHash = "b", FeatureHash = "elsewhere", Name = "Dog", Shape = new BoundingBox(0, 1, 1, 1), Color = "brown" } })
            await writer.WriteAsync(new RowEvent.AnnotationRead(one), TestContext.Current.CancellationToken);
        await writer.CompleteAsync(TestContext.Current.CancellationToken);

        var picture = TinyPng.ReadNumbers(files.Files["semantic/0.png"]);
        Assert.Equal([2, 2, 0, 0, 4, 0, 0, 0], picture.Pixels);
        Assert.Equal(["#000000", "#010203", "#0A0B0C", "#808000", "#000080"], picture.Palette);
    }

    [Fact]
    public async Task More_than_255_objects_make_a_picture_of_16_bits_and_the_next_frame_one_of_8()
    {
        RowEvent Pixel(int at, long frame) =>
            new RowEvent.AnnotationRead(Writing.Annotate(new BoundingBox(at % 30, at / 30, 1, 1), $"o{at}", frame, new FrameSize(30, 20)));

        var (files, ledger) = await Writing.WriteAsync(Instance, [.. Enumerable.Range(0, 599).Select(at => Pixel(at, 0)), Pixel(7, 1), Pixel(7, 2)]);

        var wide = TinyPng.ReadNumbers(files.Files["instance/0.png"]);
        Assert.Equal(16, wide.Bits);
        Assert.Equal([.. Enumerable.Range(1, 599), 0], wide.Pixels);
        var narrow = TinyPng.ReadNumbers(files.Files["instance/1.png"]);
        Assert.Equal((8, 1), (narrow.Bits, narrow.Pixels[7]));
        Assert.Equal(1, narrow.Pixels.Sum());
        var line = files.Text("instance.jsonl").Split('\n')[..^1].Select(text => JsonDocument.Parse(text).RootElement).First();
        Assert.Equal((16, 1, 0), (line.GetProperty("bits").GetInt32(), line.GetProperty("background").GetInt32(), line.GetProperty("overlap").GetInt32()));
        Assert.Equal(601, ledger.Written);
    }

    [Fact]
    public async Task A_picture_too_noisy_to_be_held_is_sent_in_pieces()
    {
        const int Width = 3000, Height = 2500;
        var noise = new byte[2][];
        var state = 12345u;
        for (var which = 0; which < 2; which++)
        {
            noise[which] = new byte[Width * Height];
            for (var at = 0; at < noise[which].Length; at++)
            {
                state = (state * 1664525) + 1013904223;
                noise[which][at] = (byte)(state >> 31);
            }
        }
        RowEvent Of(int which) => new RowEvent.AnnotationRead(
            Writing.Annotate(new Bitmask(Mask.FromBytes(noise[which], Width, Height)), $"o{which}", 0, new FrameSize(Width, Height)));

        var (files, _) = await Writing.WriteAsync(Instance, Of(0), Of(1));

        var pixels = TinyPng.ReadNumbers(files.Files["instance/0.png"]).Pixels;
        Assert.True(files.Files["instance/0.png"].Length > 1 << 20);
        Assert.True(pixels.AsSpan().SequenceEqual([.. noise[0].Zip(noise[1], static (under, over) => over > 0 ? 2 : under)]));
        Assert.Contains($"\"overlap\":{noise[0].Zip(noise[1], static (under, over) => under & over).Sum(static both => both)},", files.Text("instance.jsonl"));
    }

    [Fact]
    public async Task What_has_no_area_on_its_frame_is_skipped_with_a_reason()
    {
        static RowEvent On(FrameSize? size, Shape shape) => new RowEvent.AnnotationRead(Writing.Annotate(shape, size: size));
        FrameSize small = new(10, 10);

        var (files, ledger) = await Writing.WriteAsync(
            Semantic,
            On(small, new Point(new(1, 1))),
            On(small, new Polyline([new(1, 1), new(9, 9)])),
            On(small, new Circle(5, 5, 2, Stretch: 2, 0)),
            On(default(FrameSize), new BoundingBox(0, 0, 0.5, 0.5)),
            On(new FrameSize(8193, 8192), new BoundingBox(0, 0, 5, 5)),
            On(new FrameSize(1 << 21, 1), new BoundingBox(0, 0, 5, 5)),
            On(small, new BoundingBox(10, 2, 5, 5)),
            On(small, new Ellipse(5, -9, 5, 9, 0)),
            On(small, new BoundingBox(2, 2, 0.2, 5)),
            On(small, new Bitmask(Mask.FromRuns([100], 10, 10))),
            new RowEvent.AnnotationRead(Writing.Annotate(new Span("audio")) with { Frame = null, Range = new LabelRange.Span(0, 1) }));

        Assert.Empty(files.Files);
        Assert.Equal(
            [("empty", 2L), ("frame_too_large", 2), ("no_form_for_shape", 3), ("no_frame", 1), ("no_frame_size", 1), ("outside_frame", 2)],
            ledger.Skipped.Select(one => (one.Reason, one.Count)));
    }

    [Fact]
    public async Task What_sticks_out_is_cut_off_and_said()
    {
        var (files, ledger) = await Writing.WriteAsync(
            Semantic, new RowEvent.AnnotationRead(Writing.Annotate(new BoundingBox(-1, 0, 2, 9), size: new FrameSize(3, 2))));

        Assert.Equal([1, 0, 0, 1, 0, 0], TinyPng.ReadNumbers(files.Files["semantic/4.png"]).Pixels);
        Assert.Equal("clipped", Assert.Single(ledger.Losses).Reason);
    }

    [Fact]
    public async Task Pictures_of_spaces_and_of_several_series_lie_in_folders_of_their_own()
    {
        var group = RowBuilder.Group("cockpit", Emitter.Sdk);
        group.Space("image", "left.png", 20, 10).Frame(0).Box(group.Object("Car"), 1, 1, 5, 5)
            .Space("video", "right.mp4", 10, 20, frames: 4).Frame(0).Box(group.Object("Car"), 1, 1, 5, 5).Frame(3).Box(group.Object("Car"), 2, 2, 4, 4);
        var built = group.Build();
        var hashes = built.Truth.Annotations.Select(one => one.DataUnitHash).Distinct().ToArray();

        var spaces = await WrittenRow.OfAsync(Semantic, built.Json);
        var series = await WrittenRow.OfAsync(Semantic, Encoding.UTF8.GetBytes(
            $$"""
            {"label_hash":"l","data_type":"dicom_study","object_answers":{},"data_units":{
             "a":{"data_hash":"a","width":9,"height":9,"labels":{"0":{{Frame("x")}} } },
             "b":{"data_hash":"b","width":9,"height":9,"labels":{"0":{{Frame("x")}} } } } }
            """));

        Assert.Equal(
            new[] { $"semantic/{hashes[0]}/0.png", $"semantic/{hashes[1]}/0.png", $"semantic/{hashes[1]}/3.png" }.Order(),
            spaces.Files.Files.Keys.Where(path => path.EndsWith(".png", StringComparison.Ordinal)).Order());
        Assert.Equal(["semantic.jsonl", "semantic/a/0.png", "semantic/b/0.png"], series.Files.Files.Keys);
    }

    [Fact]
    public async Task A_frame_that_comes_back_is_painted_once_for_the_reader_takes_nothing_of_it()
    {
        var written = await WrittenRow.OfAsync(Instance, Encoding.UTF8.GetBytes(
            $$"""
            {"label_hash":"l","data_type":"video","object_answers":{},"data_units":{"a":{"data_hash":"a","width":9,"height":9,
             "labels":{"0":{{Frame("x")}},"1":{{Frame("x")}},"00":{{Frame("y")}} } } } }
            """));

        Assert.Equal(["instance.jsonl", "instance/0.png", "instance/1.png"], written.Files.Files.Keys);
        Assert.Equal(2, written.Ledger.In);
    }

    [Fact]
    public async Task Images_of_a_group_are_named_by_their_positions()
    {
        var row = RowBuilder.ImageGroup("around");
        var car = row.Object("Car");
        var built = row.Unit("b.jpg", 12, 9, sequence: 2).Box(car, 1, 1, 5, 5).Unit("a.jpg", 9, 12, sequence: 0).Box(car, 1, 1, 5, 5).Build();

        var written = await WrittenRow.OfAsync(Semantic, built.Json);

        Assert.Equal(["semantic.jsonl", "semantic/0.png", "semantic/2.png"], written.Files.Files.Keys);
        Assert.Equal((9, 12), TinyPng.ReadNumbers(written.Files.Files["semantic/0.png"]) is var picture ? (picture.Width, picture.Height) : default);
    }

    private static string Frame(string hash) =>
        $$"""
        {"objects":[{"objectHash":"{{hash}}","featureHash":"f","name":"Car","shape":"bounding_box",
          "boundingBox":{"x":0.1,"y":0.1,"w":0.5,"h":0.5} }],"classifications":[]}
        """;

    private static string Drawn(byte[] png)
    {
        var picture = TinyPng.ReadNumbers(png);
        return string.Join('\n', picture.Pixels.Chunk(picture.Width).Select(static line => string.Concat(line.Select(Letter))));

        static string Letter(int pixel) => pixel == 0 ? "." : $"{pixel}";
    }
}
