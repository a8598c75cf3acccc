using System.Globalization;
using System.Text.Json;
using CsCheck;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Ranges;

/// <summary>Segments of anything, read back by readers of their own.</summary>
public sealed class AnyRanges
{
    private static readonly Segments Format = new();

    [Fact]
    public Task Whatever_is_said_can_be_read_back() => Heard.Array[1, 12].SampleAsync(async heard =>
    {
        var (files, _) = await Writing.WriteAsync(Format, [.. heard.Select(static one => (RowEvent)new RowEvent.AnnotationRead(one))]);

        var sorted = heard.OrderBy(one => Range(one).Start).ThenBy(one => Range(one).End).ToArray();
        var cues = TinyVtt.Read(files.Text("segments.vtt"));
        var table = TinyCsv.Read(files.Text("segments.csv"))[1..];
        var lines = files.Text("segments.jsonl").Split('\n')[..^1].Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal([sorted.Length, sorted.Length, sorted.Length], [cues.Count, table.Count, lines.Length]);
        for (var i = 0; i < sorted.Length; i++)
        {
            var (start, end) = (Range(sorted[i]).Start, Range(sorted[i]).End!.Value);
            var (name, text) = (sorted[i].Name!, (sorted[i].Attributes[0].Answer as AnswerValue.Text)!.Value);
            Assert.Equal((start, end + 1), (cues[i].Start, cues[i].End));
            Assert.Equal(Words(name), Words(cues[i].Voice));
            Assert.Equal(Lines(string.IsNullOrWhiteSpace(text) ? name : text), Lines(cues[i].Text));
            Assert.Equal([$"{start}", $"{end + 1}", "ms", name, text, sorted[i].ObjectHash], table[i][..6]);
            Assert.Equal((decimal)(end + 1) / 1000, decimal.Parse(table[i][9], CultureInfo.InvariantCulture));
            Assert.Equal(
                (start, end, name, text),
                (lines[i].GetProperty("start").GetInt64(), lines[i].GetProperty("end").GetInt64(),
                    lines[i].GetProperty("name").GetString(), lines[i].GetProperty("text").GetString()));
        }
    });

    [Fact]
    public Task Every_row_of_the_builder_is_told_as_it_was_built() =>
        Gen.Select(Gen.Int[0, 2], Gen.Select(Gen.Int[0, 2], Gen.Int[0, 9000], Gen.Int[0, 400]).Array[1, 30]).SampleAsync(async plan =>
        {
            var (kind, spans) = plan;
            var row = kind switch { 0 => RowBuilder.Audio("a.mp3", 10), 1 => RowBuilder.PlainText("t.txt"), _ => RowBuilder.TimeSeries("s.csv") };
            SampleObject[] objects = [row.Object("One"), row.Object("Two"), row.Object("Three")];
            foreach (var (which, start, length) in spans) row.Span(objects[which], start, start + length);
            var built = row.Build();

            var written = await WrittenRow.OfAsync(Format, built.Json);

            var expected = built.Truth.Annotations
                .Select(one => (Range: (LabelRange.Span)one.Range!, one.Object.ObjectHash, one.Object.Name))
                .Select(one => (one.Range.Start, End: one.Range.End!.Value, one.ObjectHash, one.Name));
            var lines = written.Lines("segments.jsonl").Select(static line => (
                Start: line.GetProperty("start").GetInt64(),
                End: line.GetProperty("end").GetInt64(),
                line.GetProperty("object_hash").GetString()!,
                line.GetProperty("name").GetString()!)).ToArray();
            Assert.Equal(expected.Order(), lines.Order());
            Assert.Equal(lines.Select(line => (line.Start, line.End)).Order(), lines.Select(line => (line.Start, line.End)));
            Assert.Equal(kind == 0, written.Files.Files.ContainsKey("segments.vtt"));
            if (kind == 0) Assert.Equal(lines.Length, TinyVtt.Read(written.Files.Text("segments.vtt")).Count);
        }, iter: 50);

    private static readonly string[] Snares = ["-->", "a-->b", "&amp;", "\n\n", "x\n\ny", "<v Bob>", "</v>", "NOTE", "\"", "\r\n"];

    private static Gen<string> AnyText { get; } = Gen.OneOf(
        Gen.String[Gen.Char["ab ,;\"'&<>-\n\r\té→"], 0, 12], Gen.Int[0, 9].Select(static i => Snares[i]));

    private static Gen<Annotation> Heard { get; } =
        Gen.Select(Gen.Long[0, 1L << 40], Gen.Long[0, 5000], AnyText.Where(static name => !string.IsNullOrWhiteSpace(name)), AnyText, Gen.Guid).Select(
            (start, length, name, text, hash) => RangeSegments.Sound($"{hash}", start, start + length, name, text));

    private static LabelRange.Span Range(Annotation annotation) => (LabelRange.Span)annotation.Range!;

    private static string[] Words(string text) => text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static string[] Lines(string text) => text.Split('\r', '\n').Where(static line => line.Length > 0).ToArray();
}
