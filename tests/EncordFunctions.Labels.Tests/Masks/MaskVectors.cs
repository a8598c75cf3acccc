using System.Text.Json;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Labels.Tests.Masks;

/// <summary>Masks captured from the vendor, where a copy of them is at hand.</summary>
public sealed class MaskVectors
{
    [Fact]
    public void Real_masks_become_the_counts_the_vendor_expects()
    {
        using var vectors = Open("bitmask_row_major_to_coco.json");
        var cases = vectors.RootElement.GetProperty("cases").EnumerateArray().ToArray();

        Assert.NotEmpty(cases);
        foreach (var one in cases)
        {
            var bitmask = one.GetProperty("bitmask");
            var expected = one.GetProperty("expected_coco");
            var text = bitmask.GetProperty("rleString").GetString()!;
            var mask = NaiveMask.Read(text, bitmask.GetProperty("width").GetInt32(), bitmask.GetProperty("height").GetInt32());
            var box = Numbers(expected.GetProperty("bbox_xywh"));

            Assert.Equal(expected.GetProperty("counts_column_major").GetString(), mask.CocoCounts());
            Assert.Equal(expected.GetProperty("area").GetDouble(), mask.Area);
            Assert.Equal(new Bounds(box[0], box[1], box[2], box[3]), mask.Bounds);
            Assert.Equal(text, mask.Encode());
        }
    }

    [Fact]
    public void The_vendors_own_codec_cases_hold()
    {
        using var vectors = Open("rle_codec.json");
        var root = vectors.RootElement;

        foreach (var one in root.GetProperty("runs_to_flat").EnumerateArray())
        {
            var runs = Integers(one.GetProperty("runs"));
            Assert.Equal(one.GetProperty("flat").GetString(), string.Concat(NaiveMask.PixelsOf(Mask.FromRuns(runs, runs.Sum(), 1))));
        }
        foreach (var one in root.GetProperty("string_to_points").EnumerateArray())
        {
            var points = Integers(one.GetProperty("points"));
            var mask = NaiveMask.Read(one.GetProperty("string").GetString()!, points.LastOrDefault() + 1, 1);
            Assert.Equal(points, Enumerable.Range(0, mask.Width).Where(x => NaiveMask.PixelsOf(mask)[x] != 0));
        }
        foreach (var one in root.GetProperty("third_party_coco_counts").EnumerateArray())
        {
            var runs = Integers(one.GetProperty("runs"));
            var text = one.GetProperty("string").GetString()!;
            Assert.Equal(runs, NaiveMask.Read(text, runs.Sum(), 1).Runs);
            Assert.Equal(text, Mask.FromRuns(runs, runs.Sum(), 1).Encode());
        }
        foreach (var one in root.GetProperty("masks").EnumerateArray())
        {
            // The vendor's mask without a pixel: a frame of no width is a frame of unknown size here.
            if (one.GetProperty("width").GetInt32() == 0) continue;
            var mask = NaiveMask.Read(
                one.GetProperty("rleString").GetString()!, one.GetProperty("width").GetInt32(), one.GetProperty("height").GetInt32());
            Assert.Equal(Integers(one.GetProperty("runs")), mask.Runs);
            Assert.Equal(one.GetProperty("ones").GetInt64(), mask.Area);
            if (one.GetProperty("rows") is not { ValueKind: JsonValueKind.Array } rows) continue;
            Assert.Equal(
                string.Concat(rows.EnumerateArray().Select(row => row.GetString())), string.Concat(NaiveMask.PixelsOf(mask)));
        }
        foreach (var one in root.GetProperty("transpose").EnumerateArray())
        {
            var (height, width) = (one.GetProperty("rows").GetInt32(), one.GetProperty("cols").GetInt32());
            var mask = Mask.FromBytes(Bits(one.GetProperty("in")), width, height);
            Assert.Equal(Bits(one.GetProperty("out")), NaiveMask.PixelsOf(Mask.FromRuns(mask.ToColumnMajor(), height, width)));
        }
    }

    [Fact]
    public void A_real_mask_of_four_megapixels_is_written_as_it_was_read()
    {
        using var vectors = Open("rle_codec.json");
        var one = vectors.RootElement.GetProperty("long_string");
        var text = one.GetProperty("string").GetString()!;

        Assert.Equal(text, NaiveMask.Read(text, 1914, 2294).Encode());
    }

    private static JsonDocument Open(string name)
    {
        var samples = Environment.GetEnvironmentVariable("ENCORD_SAMPLES");
        Assert.SkipWhen(string.IsNullOrEmpty(samples), "ENCORD_SAMPLES does not name the folder of captured rows.");
        return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(samples, "..", "vectors", name)));
    }

    private static int[] Integers(JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetInt32())];

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetDouble())];

    private static byte[] Bits(JsonElement text) => [.. text.GetString()!.Select(bit => (byte)(bit - '0'))];
}
