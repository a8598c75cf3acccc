using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Tests.Running;
using EncordFunctions.Pipeline.Tests.Running.Memory;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Pipeline.Tests.Delivery;

/// <summary>
/// However the messages come, the end is the same; and where two exports come of it, each is whole. Which seed broke a schedule is told by CsCheck.
/// </summary>
[Collection(nameof(OnAzurite))]
public sealed partial class RandomDeliveryTests(AzuriteStorage azurite)
{
    // Each has a storage of its own.
    private static readonly int Threads = Environment.ProcessorCount;

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
    public Task Whatever_way_the_messages_of_an_export_come_the_end_is_the_same() =>
        AloneAsync(static () => MemoryStorage.CreateAsync(), LongForm.Cases(100, 10_000), Threads);

    [Fact]
    public Task Whatever_way_the_messages_of_two_exports_come_each_is_whole() =>
        InTwosAsync(static () => MemoryStorage.CreateAsync(), LongForm.Cases(100, 10_000), Threads);

    [Fact]
    public async Task It_is_no_other_on_Azurite()
    {
        await AloneAsync(() => Task.FromResult<StorageAccount>(azurite.ConnectionString), 3, 1);
        await InTwosAsync(() => Task.FromResult<StorageAccount>(azurite.ConnectionString), 3, 1);
    }

    private static async Task AloneAsync(Func<Task<StorageAccount>> open, int schedules, int threads)
    {
        var golden = await GoldenAsync(await open(), WithChanges, "storm.zip", Content);
        await Alone.SampleAsync(
            async schedule =>
            {
                var account = await open();
                var run = new ScheduledRun(account, WithChanges);
                await run.PlayAsync(schedule, Content, Other);
                Assert.Equal(golden, await DumpAsync(account, Assert.Single(run.Exports)));
            },
            iter: schedules,
            threads: threads);
    }

    private static async Task InTwosAsync(Func<Task<StorageAccount>> open, int schedules, int threads)
    {
        var golden = OfOne(await GoldenAsync(await open(), WithoutChanges, "storm.zip", Content));
        var goldenCopy = OfOne(await GoldenAsync(await open(), WithoutChanges, "copy.zip", Content));
        var goldenNew = OfOne(await GoldenAsync(await open(), WithoutChanges, "storm.zip", Other));
        await InTwos.SampleAsync(
            async schedule =>
            {
                var account = await open();
                var run = new ScheduledRun(account, WithoutChanges);
                await run.PlayAsync(schedule, Content, Other);
                await AssertWholeAsync(account, run.Exports[0], schedule.Second is Second.Again or Second.New, golden);
                if (schedule.Second == Second.None) return;
                var goldenSecond = schedule.Second switch { Second.Copy => goldenCopy, Second.New => goldenNew, _ => golden };
                await AssertWholeAsync(account, run.Exports[1], false, goldenSecond);
            },
            iter: schedules,
            threads: threads);
    }

    private static async Task AssertWholeAsync(StorageAccount account, ExportId export, bool isReplaced, string golden)
    {
        var storage = account.Connect();
        // Where it was replaced before anybody looked at it, nothing was begun.
        if (await new ExportReader(storage).FindAsync(export, Stop) is not { } summary)
        {
            Assert.True(isReplaced, $"Nothing is known of {export}.");
            return;
        }
        if (summary.Status == ExportStatus.Done)
        {
            Assert.Equal(golden, OfOne(await DumpAsync(account, export)));
            return;
        }
        Assert.True(isReplaced && summary.Status == ExportStatus.Rejected, $"{export} is {summary.Status}: {summary.Reason}");
        Assert.Contains("was replaced or deleted", summary.Reason, StringComparison.Ordinal);
        Assert.Equal((summary.Rows, 0L), ((int?)summary.Verdicts.Total, summary.Verdicts.Failed));
        var manifest = (await storage.Derivatives.GetBlobClient($"{export}/manifest.json").DownloadContentAsync(Stop)).Value.Content;
        using var json = JsonDocument.Parse(manifest);
        Assert.Equal("Rejected", json.RootElement.GetProperty("status").GetString());
    }

    private static async Task<string> GoldenAsync(StorageAccount account, DerivativeList formats, string name, byte[] content)
    {
        var pipe = new Pipe(account, formats: formats);
        await pipe.ForgetAsync();
        return await DumpAsync(account, await pipe.RunAsync(name, content));
    }

    private static async Task<string> DumpAsync(StorageAccount account, ExportId export) =>
        OfTheClock().Replace(await StorageDump.OfAsync(account.Connect(), export), "");

    // Two exports share the newest states.
    private static string OfOne(string dump) =>
        string.Join('\n', dump.Split('\n').Where(static line => !line.StartsWith("Labels:", StringComparison.Ordinal)));

    // The one time that a sweep records: its own.
    [GeneratedRegex("UnpackedAt=\"[^\"]*\"")]
    private static partial Regex OfTheClock();
}
