using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Azure.Core;
using EncordFunctions.Formats;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline.Tests.Changes;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests;

/// <summary>What a row costs in storage transactions, counted where the clients of the steps and of the host send them.</summary>
[Collection(nameof(OnAzurite))]
public sealed partial class TransactionTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private const int Rows = 40;

    // What an export costs beside its rows: 50, and two pages of verdicts more and two writes for every shard of 90.
    private const int MostOfTheExport = 55;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await new Pipe(azurite.ConnectionString).ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_image_row_of_50_objects_without_masks_costs_eight_transactions()
    {
        var costs = await CostsAsync("boxes.zip", DerivativeList.Default, row => Objects(row, 50));

        Assert.Equal(8, costs.OfARow.Count);
        Assert.Equal(Documented().Order(StringComparer.Ordinal), costs.OfARow);
        Assert.InRange(costs.OfTheExport, 1, MostOfTheExport);
    }

    [Fact]
    public async Task A_mask_costs_one_more_and_so_do_classifications()
    {
        var costs = await CostsAsync(
            "masks.zip",
            DerivativeList.Default,
            row => Objects(row, 48)
                .MaskOfSpans(row.Object("Tree"), static y => y < 9 ? (3, 20) : (0, 0))
                .MaskOfSpans(row.Object("Tree"), static y => y < 5 ? (1, 30) : (0, 0))
                .Classify("Weather", SampleAnswer.Radio("Sky", "Clear")));

        Assert.Equal(8 + 2 + 1, costs.OfARow.Count);
        Assert.Equal(2, costs.OfARow.Count(static kind => kind == "PUT derivatives masks"));
        Assert.Contains("PUT derivatives classifications.jsonl", costs.OfARow);
    }

    [Fact]
    public async Task Files_that_every_row_or_picture_has_cost_a_transaction_each()
    {
        var costs = await CostsAsync("files.zip", DerivativeList.Parse("geojson,preview,yolo"), row => Objects(row, 50));

        Assert.Equal(8 + 5, costs.OfARow.Count);
        Assert.Contains("PUT derivatives annotations.geojson", costs.OfARow);
        Assert.Contains("PUT derivatives preview.svg", costs.OfARow);
        // A box is something to detect, to segment and to turn.
        Assert.Equal(3, costs.OfARow.Count(static kind => kind == "PUT derivatives yolo"));
    }

    private async Task<Costs> CostsAsync(string name, DerivativeList formats, Func<RowBuilder, RowBuilder> draw)
    {
        var requests = new RequestCounts();
        var pipe = new Pipe(azurite.ConnectionString, options => options.AddPolicy(requests, HttpPipelinePosition.PerCall), formats);
        await pipe.RunAsync(name, await ZipAsync(name, draw));

        var kinds = requests.All.CountBy(static request => Kind(request)).OrderBy(static kind => kind.Key, StringComparer.Ordinal).ToArray();
        return new Costs(
            [.. kinds.SelectMany(static kind => Enumerable.Repeat(kind.Key, kind.Value / Rows))], kinds.Sum(static kind => kind.Value % Rows));
    }

    private static async Task<byte[]> ZipAsync(string name, Func<RowBuilder, RowBuilder> draw)
    {
        using var zip = new MemoryStream();
        await using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        await using (var entry = await archive.CreateEntry("labels.json").OpenAsync(Stop))
        {
            for (var i = 0; i < Rows; i++)
            {
                await entry.WriteAsync(i == 0 ? "["u8.ToArray() : ","u8.ToArray(), Stop);
                await entry.WriteAsync(draw(RowBuilder.Image($"{name}-{i}.jpg", 1280, 720)).Build().Json, Stop);
            }
            await entry.WriteAsync("]"u8.ToArray(), Stop);
        }
        return zip.ToArray();
    }

    private static RowBuilder Objects(RowBuilder row, int count) =>
        Enumerable.Range(0, count).Aggregate(row, static (drawn, i) => drawn.Box(drawn.Object("Car"), 10 + i, 20 + i, 30, 40));

    /// <summary>What docs/operations.md says of it.</summary>
    private static IEnumerable<string> Documented([CallerFilePath] string here = "")
    {
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../docs/operations.md"));
        return Documented(page.Split("## Cost")[1]);

        static IEnumerable<string> Documented(string cost) =>
            RowOfTable().Matches(cost).SelectMany(static row => Enumerable.Repeat(row.Groups[1].Value, int.Parse(row.Groups[2].Value)));
    }

    [GeneratedRegex(@"^\| `([^`]+)` \| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex RowOfTable();

    // The path begins with the name of the account, which an account of Azure has in its host name.
    private static string Kind(string request)
    {
        var (method, path) = (request[..request.IndexOf(' ')], request[(request.IndexOf(' ') + 1)..].Trim('/').Split('/'));
        return path[1..] switch
        {
            [var queue, "messages", ..] => $"{method} message of {queue}",
            ["$batch"] => $"{method} batch",
            [var container, _, "rows", _, var file, ..] => $"{method} {container} {file}",
            [var container, _, var folder, _, ..] => $"{method} {container} {folder}",
            [var place, ..] when place.EndsWith("()", StringComparison.Ordinal) => $"{method} entities of {place[..^2]}",
            [var place, ..] => $"{method} {place.Split('(')[0]}",
            [] => method,
        };
    }

    /// <param name="OfARow">The kinds of requests that each row made.</param>
    /// <param name="OfTheExport">How many were left over.</param>
    private sealed record Costs(IReadOnlyList<string> OfARow, int OfTheExport);
}
