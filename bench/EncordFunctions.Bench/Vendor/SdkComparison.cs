using System.IO.Compression;
using System.Text;
using System.Text.Json;
using EncordFunctions.Bench.Coco;
using EncordFunctions.Bench.Masks;
using EncordFunctions.Bench.Reading;
using EncordFunctions.Formats;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Bench.Vendor;

/// <summary>Ours and the vendor's Python SDK over the same rows and the same masks.</summary>
internal static class SdkComparison
{
    // Its exporter's time grows with the square of the rows, so few of them are kind to it.
    private const int Rows = 100;
    private const int Objects = 50;
    private const int Masks = 40;

    // Few rows are over before the compiler has settled.
    private const int OurRounds = 20;

    public static async IAsyncEnumerable<Comparison> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("sdk-bench-");
        try
        {
            var zip = Export();
            var (labels, ontology, masks) = (PathOf("labels.json"), PathOf("ontology.json"), PathOf("masks.json"));
            await ZipFile.ExtractToDirectoryAsync(new MemoryStream(zip), folder.FullName);
            await File.WriteAllBytesAsync(masks, MasksJson());
            var sdk = EncordSdk.Find() is { } found ? await found.RunAsync(rounds, labels, ontology, masks) : null;

            var input = await ReadingInput.OpenAsync("sdk", zip);
            var reading = new ReadingWork(input);
            using var drawing = new MaskWork(null);
            using var disk = new DiskFolder();
            var coco = new CocoWork(CocoJson.Of([]), disk);
            await coco.ReadAsync();
            var ours = await Timing.OfAsync(OurRounds, reading.ReadAsync, drawing.TextToBytes, () => coco.WriteAsync(Rows), coco.JoinAsync);
            var annotations = await reading.ReadAsync();
            var both = new Timing(ours[2].Cpu + ours[3].Cpu, ours[2].Wall + ours[3].Wall);

            SdkFigure Theirs(string work) => sdk is null ? SdkFigure.Missing : sdk[work];

            yield return new Comparison(
                $"Reading beside the vendor's SDK: {Rows} rows, {input.JsonBytes / 1e6:N1} MB of JSON",
                "annotations/s",
                [
                    ComparisonLine.Of("ours: zip to annotations in pixels", annotations, ours[0]),
                    Theirs("json").Beside("json.loads alone", annotations, ours[0]),
                    Theirs("rows").Beside("json.loads and LabelRowV2.from_labels_dict", annotations, ours[0]),
                    Theirs("rows_amended").Beside("the same, rows given the keys it demands", annotations, ours[0]),
                ]);
            yield return new Comparison(
                "Masks beside the vendor's SDK: RLE text to bytes",
                "masks/s",
                [
                    ComparisonLine.Of("ours: text to bytes", MaskSet.Count, ours[1]),
                    Theirs("masks").Beside($"BitmaskCoordinates.to_numpy_array, of {Masks} masks", MaskSet.Count, ours[1]),
                ]);
            yield return new Comparison(
                $"COCO beside the vendor's exporter: {Rows} rows of {Objects} objects",
                "annotations/s",
                [
                    ComparisonLine.Of("ours: annotations in memory to coco.json", annotations, both),
                    Theirs("coco").Beside("CocoExporter.export and json.dumps", annotations, both),
                    Theirs("coco_simple").Beside("the same without polygons of several rings", annotations, both),
                ]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string PathOf(string name) => Path.Combine(folder.FullName, name);
    }

    private static byte[] Export()
    {
        var export = LoadExport.Create(Rows, Objects, seed: 7);
        return new ExportBuilder().List("labels.json", [.. Enumerable.Range(0, Rows).Select(export.Row)]).Ontology().ToArray();
    }

    private static byte[] MasksJson()
    {
        var set = new MaskSet();
        return JsonSerializer.SerializeToUtf8Bytes(set.Masks.Take(Masks).Select((mask, number) => new
        {
            top = 0, left = 0, height = mask.Height, width = mask.Width, rleString = Encoding.ASCII.GetString(set.Texts[number]),
        }));
    }
}
