using System.Text.Json;
using CsCheck;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Masks;

/// <summary>Semantic and instance masks, pixel by pixel, against a naive painter over what was drawn.</summary>
public sealed class FrameMaskPixels
{
    private static readonly SemanticMasks Semantic = new();
    private static readonly InstanceMasks Instance = new();

    [Fact]
    public Task Every_picture_is_painted_pixel_by_pixel() => Streets.SampleAsync(async row =>
    {
        foreach (var format in new IRowFormat[] { Semantic, Instance })
        {
            var written = await WrittenRow.OfAsync(format, row.Json);
            var lines = written.Files.Files.ContainsKey($"{format.Name}.jsonl") ? written.Lines($"{format.Name}.jsonl") : [];
            Assert.Equal(
                lines.Select(static line => line.GetProperty("png").GetString()).Order(),
                written.Files.Files.Keys.Where(static path => path.EndsWith(".png", StringComparison.Ordinal)).Order());
            foreach (var line in lines)
            {
                var frame = row.Truth.Annotations.Where(one => one.Frame == line.GetProperty("frame").GetInt64()).ToArray();
                Compare(TinyPng.ReadNumbers(written.Files.Files[line.GetProperty("png").GetString()!]), line, frame, format == Instance);
            }
        }
    }, iter: 60, threads: 1);

    [Fact]
    public async Task Every_shape_of_the_builder_has_its_area()
    {
        var row = RowBuilder.Image("wheels.jpg", 120, 100);
        var built = row
            .Perspective(row.Object("Van"), [new(20.2, 20), new(52, 20), new(52, 60), new(20.2, 60)], new(100, 30), 0.75)
            .Isometric(row.Object("Crate"), [new(70, 70), new(90, 70), new(90, 88), new(70, 88)], new(6, -7.3))
            .Circle(row.Object("Wheel"), 28.3, 61, 9.7)
            .Ellipse(row.Object("Wheel"), 50, 61, 5, 11.4, 24)
            .RotatedBox(row.Object("Sign"), 80, 10, 30, 12, 345)
            .Polygons(
                row.Object("House"),
                [
                    [[new(2, 70), new(40, 66), new(38, 98), new(3, 97)], [new(10, 75), new(20, 75), new(20, 90), new(10, 90)]],
                    [[new(12, 78), new(18, 78), new(15, 88)]],
                ])
            .Mask(row.Object("Tree"), static (x, y) => Math.Abs(x - 100) + Math.Abs(y - 50) < 14 && (x + y) % 3 > 0)
            .Build();

        var written = await WrittenRow.OfAsync(Instance, built.Json);

        Assert.Equal(7, written.Ledger.Written);
        var picture = TinyPng.ReadNumbers(written.Files.Files["instance/0.png"]);
        Compare(picture, written.Lines("instance.jsonl").Single(), [.. built.Truth.Annotations], isInstance: true);
    }

    private static Gen<SampleRow> Streets { get; } = Gen.Select(
        Gen.Int[5, 50],
        Gen.Int[5, 40],
        Gen.Select(
            Gen.Int[0, 7], Gen.Int[0, 3], Gen.Double[-0.2, 1], Gen.Double[-0.2, 1], Gen.Double[0.02, 0.8], Gen.Double[0.02, 0.8], Gen.Double[0, 360])
            .Array[1, 14]).Select(
        (width, height, shapes) =>
        {
            var row = RowBuilder.Video("street.mp4", width, height, 3);
            for (var i = 0; i < shapes.Length; i++)
            {
                var (kind, of, left, top, wide, high, theta) = shapes[i];
                var (x, y, w, h) = (left * width, top * height, wide * width, high * height);
                if (i % 5 == 0) row.Frame(i / 5);
                var made = row.Object($"Class {of}");
                _ = kind switch
                {
                    0 => row.Box(made, x, y, w, h),
                    1 => row.RotatedBox(made, x, y, w, h, theta),
                    2 => row.Circle(made, x + w, y + h, w / 2),
                    3 => row.Ellipse(made, x + w, y + h, w / 2, h / 2, theta),
                    4 => row.Polygons(made, [[
                        [new(x, y), new(x + w, y + (h / 5)), new(x + (w / 2), y + h)],
                        [new(x + (w / 3), y + (h / 3)), new(x + (w / 2), y + (h / 3)), new(x + (w / 2), y + (h / 2))]]]),
                    5 => row.Isometric(made, [new(x, y), new(x + w, y), new(x + w, y + h), new(x, y + h)], new(theta / 40, -h / 3)),
                    6 => row.Mask(made, (px, py) => ((px * 7) + (py * 13) + i) % 5 < 2),
                    _ => row.Point(made, x, y),
                };
            }
            return row.Build();
        });

    private static void Compare(TinyPng.Numbers picture, JsonElement line, AnnotationTruth[] frame, bool isInstance)
    {
        var legend = line.GetProperty(isInstance ? "objects" : "classes").EnumerateArray().ToDictionary(one => one.GetProperty("index").GetInt32());
        string KeyOf(JsonElement one) => one.GetProperty(isInstance ? "object_hash" : "feature_hash").GetString()!;
        string TruthOf(AnnotationTruth one) => isInstance ? one.Object.ObjectHash : one.Object.FeatureHash;
        var (unsure, overlap, unsureOverlap) = (0, 0, 0);
        var painted = frame.Select(one => (Hash: TruthOf(one), Covers: NaivePainter.Of(one.Shape))).ToArray();
        for (var at = 0; at < picture.Pixels.Length; at++)
        {
            string? expected = null;
            var (covers, sure) = (0, true);
            foreach (var (hash, isCovered) in painted)
            {
                var covered = isCovered(at % picture.Width, at / picture.Width);
                sure &= covered is not null;
                if (covered != true) continue;
                expected = hash;
                covers++;
            }
            if (!sure) unsure++;
            else Assert.Equal(expected, picture.Pixels[at] == 0 ? null : KeyOf(legend[picture.Pixels[at]]));
            if (sure && covers > 1) overlap++;
            else if (!sure) unsureOverlap++;
        }
        // Of a very small picture much is outline.
        Assert.True(unsure <= 40 + (picture.Pixels.Length / 10), $"{unsure} pixels of {picture.Pixels.Length} lie on an outline.");
        Assert.InRange(line.GetProperty("overlap").GetInt32(), overlap, overlap + unsureOverlap);
        Assert.Equal(picture.Pixels.Count(static pixel => pixel == 0), line.GetProperty("background").GetInt32());
        Assert.All(legend, one => Assert.Equal(picture.Pixels.Count(pixel => pixel == one.Key), one.Value.GetProperty("pixels").GetInt32()));
        Assert.All(legend, one => Assert.Equal(picture.Palette[one.Key], one.Value.GetProperty("color").GetString()));
        if (isInstance) return;
        var colours = frame.Select(static one => (one.Object.FeatureHash, one.Object.Color)).Distinct().ToDictionary();
        Assert.All(legend, one => Assert.Equal(colours[KeyOf(one.Value)], picture.Palette[one.Key]));
    }
}
