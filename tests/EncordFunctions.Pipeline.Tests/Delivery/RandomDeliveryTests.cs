using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using EncordFunctions.Formats;
using EncordFunctions.Local.Azurite;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Delivery;

/// <summary>
/// However the messages come, the end is the same; and where two exports come of it, each is whole. Which seed broke a schedule is told by CsCheck.
/// </summary>
[Collection(nameof(OnAzurite))]
public sealed partial class RandomDeliveryTests(AzuriteStorage azurite)
{
    // An Azurite that holds thousands of exports is slow.
    private const int SchedulesOfAnAzurite = 50;

    private static readonly DerivativeList WithChanges = DerivativeList.Parse("coco,changes");
    private static readonly DerivativeList WithoutChanges = DerivativeList.Parse("coco,geojson");

    private static readonly byte[] Content = RowText.Zip(
        ("a.json", RowText.List(RowText.Image("r1", boxes: 2, mask: true), "{\"label_hash\": 1 2}")),
        ("notes.txt", "x"),
        ("group.json", RowText.List(RowText.Group("g", "r1", "gone"), RowText.Image("r4"))),
        ("ontology.json", RowText.Ontology("polygon")));
    private static readonly byte[] Other = RowText.Zip(("other.json", RowText.List(RowText.Image("r1", boxes: 3), RowText.Image("r5"))));

    private static readonly Gen<Turn> Turns =
        Gen.Select(Gen.Enum<TurnKind>(), Gen.Int[0, 12], Gen.Int[1, 5]).Select(static (kind, which, times) => new Turn(kind, which, times));

    private static readonly Gen<Schedule> Alone = Turns.Array[4, 16].Select(static turns => new Schedule(Second.None, 0, turns));
    private static readonly Gen<Schedule> InTwos = Gen.Select(Gen.Enum<Second>(), Gen.Int[1, 40], Turns.Array[4, 16]).Select(
        static (second, at, turns) => new Schedule(second, second == Second.New ? at : at % 4, turns));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task Whatever_way_the_messages_of_an_export_come_the_end_is_the_same() => OnAzuritesAsync(LongForm.Cases(10, 10_000), async (connection, schedules) =>
    {
        var golden = await GoldenAsync(connection, WithChanges, "storm.zip", Content);
        await Alone.SampleAsync(
            async schedule =>
            {
                var run = new ScheduledRun(connection, WithChanges);
                await run.PlayAsync(schedule, Content, Other);
                Assert.Equal(golden, await DumpAsync(connection, Assert.Single(run.Exports)));
            },
            iter: schedules,
            threads: 1);
    });

    [Fact]
    public Task Whatever_way_the_messages_of_two_exports_come_each_is_whole() => OnAzuritesAsync(LongForm.Cases(10, 10_000), async (connection, schedules) =>
    {
        var golden = OfOne(await GoldenAsync(connection, WithoutChanges, "storm.zip", Content));
        var goldenCopy = OfOne(await GoldenAsync(connection, WithoutChanges, "copy.zip", Content));
        var goldenNew = OfOne(await GoldenAsync(connection, WithoutChanges, "storm.zip", Other));
        await InTwos.SampleAsync(
            async schedule =>
            {
                var run = new ScheduledRun(connection, WithoutChanges);
                await run.PlayAsync(schedule, Content, Other);
                await AssertWholeAsync(connection, run.Exports[0], schedule.Second is Second.Again or Second.New, golden);
                if (schedule.Second == Second.None) return;
                var goldenSecond = schedule.Second switch { Second.Copy => goldenCopy, Second.New => goldenNew, _ => golden };
                await AssertWholeAsync(connection, run.Exports[1], false, goldenSecond);
            },
            iter: schedules,
            threads: 1);
    });

    private static async Task AssertWholeAsync(string connection, ExportId export, bool isReplaced, string golden)
    {
        var storage = PipelineStorage.Connect(connection);
        // Where it was replaced before anybody looked at it, nothing was begun.
        if (await new ExportReader(storage).FindAsync(export, Stop) is not { } summary)
        {
            Assert.True(isReplaced, $"Nothing is known of {export}.");
            return;
        }
        if (summary.Status == ExportStatus.Done)
        {
            Assert.Equal(golden, OfOne(await DumpAsync(connection, export)));
            return;
        }
        Assert.True(isReplaced && summary.Status == ExportStatus.Rejected, $"{export} is {summary.Status}: {summary.Reason}");
        Assert.Contains("was replaced or deleted", summary.Reason, StringComparison.Ordinal);
        Assert.Equal((summary.Rows, 0L), ((int?)summary.Verdicts.Total, summary.Verdicts.Failed));
        var manifest = (await storage.Derivatives.GetBlobClient($"{export}/manifest.json").DownloadContentAsync(Stop)).Value.Content;
        using var json = JsonDocument.Parse(manifest);
        Assert.Equal("Rejected", json.RootElement.GetProperty("status").GetString());
    }

    /// <summary>Runs a number of schedules on one Azurite after the other.</summary>
    private async Task OnAzuritesAsync(int schedules, Func<string, int, Task> runAsync)
    {
        if (!LongForm.IsOn) await runAsync(azurite.ConnectionString, schedules);
        for (var left = LongForm.IsOn ? schedules : 0; left > 0; left -= SchedulesOfAnAzurite)
        {
            await using var server = await AzuriteServer.StartAsync(new AzuriteOptions(), TimeProvider.System, Stop);
            await PipelineStorage.Connect(server.ConnectionString).CreateAsync(Stop);
            await runAsync(server.ConnectionString, Math.Min(left, SchedulesOfAnAzurite));
            TestContext.Current.TestOutputHelper?.WriteLine($"{schedules - left + Math.Min(left, SchedulesOfAnAzurite)} schedules");
        }
    }

    private static async Task<string> GoldenAsync(string connection, DerivativeList formats, string name, byte[] content)
    {
        var pipe = new Pipe(connection, formats: formats);
        await pipe.ForgetAsync();
        return await DumpAsync(connection, await pipe.RunAsync(name, content));
    }

    private static async Task<string> DumpAsync(string connection, ExportId export) =>
        OfTheClock().Replace(await StorageDump.OfAsync(PipelineStorage.Connect(connection), export), "");

    // Two exports share the newest states.
    private static string OfOne(string dump) =>
        string.Join('\n', dump.Split('\n').Where(static line => !line.StartsWith("Labels:", StringComparison.Ordinal)));

    // The one time that a sweep records: its own.
    [GeneratedRegex("UnpackedAt=\"[^\"]*\"")]
    private static partial Regex OfTheClock();
}
