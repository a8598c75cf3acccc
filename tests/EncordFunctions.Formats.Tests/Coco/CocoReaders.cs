using System.Text.Json;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Coco;

/// <summary>What COCO's own code makes of the file.</summary>
public sealed class CocoReaders
{
    [Theory]
    [InlineData("")]
    [InlineData("encord")]
    public async Task COCO_finds_the_areas_and_boxes_that_the_file_states(string variants)
    {
        var api = CocoMaskApi.Load();
        var (sample, ontology, _) = CocoFile.Sample();
        SampleRow[] rows = [.. Enumerable.Range(0, 20).Select(LoadExport.Create(20, 50, seed: 3).Row)];
        CocoFile[] files = [await CocoFile.OfAsync(variants, ontology, sample), await CocoFile.OfAsync(variants, null, rows)];

        var (exact, rings) = (0, 0);
        foreach (var file in files)
        {
            var sizes = file.Images.ToDictionary(
                one => one.GetProperty("id").GetInt32(), one => (H: one.GetProperty("height").GetInt32(), W: one.GetProperty("width").GetInt32()));
            foreach (var one in file.Annotations)
            {
                var segmentation = one.GetProperty("segmentation");
                // Points have no segmentation, or in the vendor's form one of a single corner.
                if (segmentation.ValueKind == JsonValueKind.Array && (segmentation.GetArrayLength() == 0 || segmentation[0].GetArrayLength() < 6)) continue;
                var (height, width) = sizes[one.GetProperty("image_id").GetInt32()];
                var (area, box) = api.Read(segmentation, height, width);
                var isRings = segmentation.ValueKind == JsonValueKind.Array;
                // What is drawn past the frame's edge COCO cuts off; the file says it whole.
                if (isRings && IsPast(one.GetProperty("bbox"), height, width)) continue;
                // COCO draws a ring to whole pixels, give or take half a pixel of its outline.
                Assert.Equal(one.GetProperty("area").GetDouble(), area, isRings ? 2 + (0.75 * segmentation.EnumerateArray().Sum(Outline)) : 0);
                if (!isRings) Assert.Equal(one.GetProperty("bbox").EnumerateArray().Select(number => number.GetDouble()), box);
                if (isRings) rings++;
                else exact++;
            }
        }
        Assert.True(exact > 200 && rings > 500, $"{exact} masks, {rings} rings");
    }

    private static bool IsPast(JsonElement box, int height, int width) =>
        box[0].GetDouble() < 0 || box[1].GetDouble() < 0 || box[0].GetDouble() + box[2].GetDouble() > width || box[1].GetDouble() + box[3].GetDouble() > height;

    private static double Outline(JsonElement ring)
    {
        var corners = ring.EnumerateArray().Select(one => one.GetDouble()).Chunk(2).ToArray();
        return corners.Zip([.. corners[1..], corners[0]]).Sum(side => Math.Sqrt(Math.Pow(side.First[0] - side.Second[0], 2) + Math.Pow(side.First[1] - side.Second[1], 2)));
    }
}
