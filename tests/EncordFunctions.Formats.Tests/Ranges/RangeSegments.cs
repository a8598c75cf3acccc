using System.Text.Json;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Ranges;

public sealed class RangeSegments
{
    private static readonly Segments Format = new();

    [Fact]
    public async Task What_is_said_becomes_cues_in_order_of_time()
    {
        var call = RowBuilder.Audio("call.mp3", 4000);
        var clerk = call.Object("Speaker").During(5000, 9000, SampleAnswer.Text("Words #transcript", "Tom & Jerry <3 -->\n\nreally?"));
        var caller = call.Object("Caller")
            .During(1200, 2000, SampleAnswer.Text("Words #transcript", "Good"))
            .During(2001, 4800, SampleAnswer.Text("Words #transcript", "morning."));
        var row = call.Span(clerk, 5000, 9000).Span(caller, 3_600_000, 3_600_000).Span(caller, 1200, 4800).Build();

        var written = await WrittenRow.OfAsync(Format, row.Json);

        Assert.Equal(
            $"""
            WEBVTT

            NOTE
            call.mp3, label row {row.Truth.LabelHash}. A cue is identified by its object.

            {caller.ObjectHash}#2
            00:00:01.200 --> 00:00:04.801
            <v Caller>Good
            morning.

            {clerk.ObjectHash}
            00:00:05.000 --> 00:00:09.001
            <v Speaker>Tom &amp; Jerry &lt;3 --&gt;
            really?

            {caller.ObjectHash}
            01:00:00.000 --> 01:00:00.001
            <v Caller>Caller

            """.ReplaceLineEndings("\n"),
            written.Files.Text("segments.vtt"));
        Assert.Equal(
            string.Join("\r\n", [
                "start,end,unit,label,text,object_hash,feature_hash,confidence,start_seconds,end_seconds,start_xpath,end_xpath",
                $"1200,4801,ms,Caller,\"Good\nmorning.\",{caller.ObjectHash},{caller.FeatureHash},1,1.200,4.801,,",
                $"5000,9001,ms,Speaker,\"Tom & Jerry <3 -->\n\nreally?\",{clerk.ObjectHash},{clerk.FeatureHash},1,5.000,9.001,,",
                $"3600000,3600001,ms,Caller,,{caller.ObjectHash},{caller.FeatureHash},1,3600.000,3600.001,,",
                ""]),
            written.Files.Text("segments.csv"));
        var line = written.Lines("segments.jsonl")[0];
        Assert.Equal(
            ("ms", 1200, 4800, 1.2, 4.801, "Caller", "Good\nmorning."),
            (line.GetProperty("unit").GetString(), line.GetProperty("start").GetInt32(), line.GetProperty("end").GetInt32(),
                line.GetProperty("start_seconds").GetDouble(), line.GetProperty("end_seconds").GetDouble(),
                line.GetProperty("name").GetString(), line.GetProperty("text").GetString()));
        Assert.Equal("text/vtt", written.Files.ContentTypes["segments.vtt"]);
        Assert.Equal("text/csv", written.Files.ContentTypes["segments.csv"]);
        Assert.Equal((3L, 3L), (written.Ledger.In, written.Ledger.Written));
    }

    [Fact]
    public async Task Places_of_a_text_are_cut_out_as_slices()
    {
        var row = RowBuilder.PlainText("report.txt", Emitter.Sdk);
        var built = row.Span(row.Object("Person"), 40, 51).Span(row.Object("Place"), 14, 27).Build();

        var written = await WrittenRow.OfAsync(Format, built.Json);

        Assert.Equal(["segments.csv", "segments.jsonl"], written.Files.Files.Keys);
        var table = TinyCsv.Read(written.Files.Text("segments.csv"));
        Assert.Equal(["14", "28", "char", "Place"], table[1][..4]);
        Assert.Equal(["40", "52", "char", "Person"], table[2][..4]);
    }

    [Fact]
    public async Task Places_of_a_page_are_told_by_node_and_offset_as_the_export_has_them()
    {
        var row = RowBuilder.Html("page.html", Emitter.Sdk);
        var built = row.Span(row.Object("Price"), new HtmlPlace("/html/body/p[2]/text()", 4), new HtmlPlace("/html/body/p[2]/b/text()", 6)).Build();

        var written = await WrittenRow.OfAsync(Format, built.Json);

        var line = TinyCsv.Read(written.Files.Text("segments.csv"))[1];
        Assert.Equal(["4", "6", "html", "Price"], line[..4]);
        Assert.Equal(["", "", "/html/body/p[2]/text()", "/html/body/p[2]/b/text()"], line[8..]);
        Assert.Equal(["segments.csv", "segments.jsonl"], written.Files.Files.Keys);
    }

    [Fact]
    public async Task Every_file_of_a_group_has_a_table_of_its_own()
    {
        var row = RowBuilder.Group("cockpit", Emitter.Sdk);
        row.Space("audio", "cabin.mp3", frames: 20000).Span(row.Object("Speaker"), 250, 1750)
            .Space("text", "notes.txt").Span(row.Object("Place"), 0, 4)
            .Space("image", "licence.png", 300, 200).Frame(0).Box(row.Object("Photograph"), 20, 30, 60, 80);
        var built = row.Build();
        var sound = built.Truth.Annotations.Single(static one => one.Shape.Name == "audio");
        var text = built.Truth.Annotations.Single(static one => one.Shape.Name == "text");

        var written = await WrittenRow.OfAsync(Format, built.Json);

        Assert.Equal(
            new[] { "segments.jsonl", $"segments/{sound.DataUnitHash}.csv", $"segments/{sound.DataUnitHash}.vtt", $"segments/{text.DataUnitHash}.csv" }
                .Order(StringComparer.Ordinal),
            written.Files.Files.Keys);
        Assert.Equal(2, written.Lines("segments.jsonl").Count);
        Assert.Equal((3L, 2L), (written.Ledger.In, written.Ledger.Written));
        Assert.Equal(("on_frame", 1L), written.Ledger.Skipped.Select(one => (one.Reason, one.Count)).Single());
    }

    [Fact]
    public async Task A_row_of_pictures_has_none_and_says_why()
    {
        var row = RowBuilder.Image("street.jpg", 640, 480);
        var built = row.Box(row.Object("Car"), 1, 2, 3, 4).Point(row.Object("Light"), 5, 6).Build();

        var written = await WrittenRow.OfAsync(Format, built.Json);

        Assert.Empty(written.Files.Files);
        var skip = Assert.Single(written.Ledger.Skipped);
        Assert.Equal(("on_frame", 2L), (skip.Reason, skip.Count));
    }

    [Fact]
    public async Task An_object_of_a_continuous_scene_is_told_in_nanoseconds_without_its_shape()
    {
        var row = RowBuilder.ContinuousScene("drive");
        var (car, tram) = (row.Object("Car"), row.Object("Tram"));
        var built = row
            .Frame(5_000_000_000).Cuboid(car, [1, 2, 3], [0, 0, 0], [4, 2, 1.5])
            .Frame(6_000_000_000).Cuboid(tram, [9, 2, 3], [0, 0, 0], [30, 2, 3])
            .Frame(7_000_000_000).Delete(car)
            .Build();

        var written = await WrittenRow.OfAsync(Format, built.Json);

        var table = TinyCsv.Read(written.Files.Text("segments.csv"));
        Assert.Equal(["5000000000", "7000000000", "ns", "Car"], table[1][..4]);
        Assert.Equal(["6000000000", "", "ns", "Tram"], table[2][..4]);
        Assert.Equal(JsonValueKind.Null, written.Lines("segments.jsonl")[1].GetProperty("end").ValueKind);
        Assert.Equal(("shape_dropped", 2L), written.Ledger.Losses.Select(one => (one.Reason, one.Count)).Single());
    }

    [Fact]
    public async Task More_ranges_than_can_be_held_come_in_parts_that_are_sorted_each()
    {
        const int Many = 70_000;
        var files = new MemoryFiles();
        await using var writer = Format.Open(Writing.Row, files);
        for (var i = 0; i < Many; i++)
        {
            var start = (i * 7919L) % Many;
            await writer.WriteAsync(new RowEvent.AnnotationRead(Sound($"o{i}", start, start + 5, "Word", "")), TestContext.Current.CancellationToken);
        }
        var ledger = await writer.CompleteAsync(TestContext.Current.CancellationToken);

        var parts = new[] { "segments", "segments-2", "segments-3" };
        Assert.Equal(parts.SelectMany(part => new[] { $"{part}.csv", $"{part}.jsonl", $"{part}.vtt" }).Order(StringComparer.Ordinal), files.Files.Keys);
        var cues = parts.Select(part => TinyVtt.Read(files.Text($"{part}.vtt"))).ToArray();
        Assert.Equal(Many, cues.Sum(part => part.Count));
        Assert.Equal(Enumerable.Range(0, Many).Select(i => $"o{i}").Order(), cues.SelectMany(part => part).Select(cue => cue.Id!).Order());
        Assert.Equal((Many, Many), (ledger.In, ledger.Written));
    }

    [Fact]
    public async Task The_last_number_there_is_ends_nothing_early()
    {
        var (files, _) = await Writing.WriteAsync(Format, new RowEvent.AnnotationRead(Sound("o", long.MaxValue - 9, long.MaxValue, "Beep", "")));

        Assert.Equal($"{long.MaxValue}", TinyCsv.Read(files.Text("segments.csv"))[1][1]);
    }

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("a --> b")]
    [InlineData("")]
    public async Task A_hash_that_can_not_identify_a_cue_is_left_out(string hash)
    {
        var (files, _) = await Writing.WriteAsync(Format, new RowEvent.AnnotationRead(Sound(hash, 0, 1, "Beep", "beep")));

        Assert.Equal(new TinyVtt.Cue(null, 0, 2, "Beep", "beep"), Assert.Single(TinyVtt.Read(files.Text("segments.vtt"))));
    }

    [Theory]
    [InlineData("a--->b\r\n\r\nc")]
    [InlineData("-->>")]
    [InlineData("\nSTYLE\n")]
    public async Task A_title_stays_in_its_comment(string title)
    {
        var (files, _) = await Writing.WriteAsync(
            Format, new RowEvent.AnnotationRead(Sound("o", 0, 1, "Beep", "beep") with { Unit = Writing.Unit with { Title = title } }));

        Assert.Single(TinyVtt.Read(files.Text("segments.vtt")));
    }

    internal static Annotation Sound(string hash, long start, long end, string name, string text) => new()
    {
        Unit = Writing.Unit,
        Range = new LabelRange.Span(start, end),
        Position = 0,
        ObjectHash = hash,
        Name = name,
        Shape = new Span("audio"),
        Attributes = [new("Words #Transcript", "words", "w", new AnswerValue.Text(text), true)],
    };
}
