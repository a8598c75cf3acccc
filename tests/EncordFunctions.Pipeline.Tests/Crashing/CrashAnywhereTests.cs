using System.Text.RegularExpressions;
using EncordFunctions.Pipeline.Tests.Running;
using EncordFunctions.Pipeline.Tests.Running.Memory;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Pipeline.Tests.Crashing;

/// <summary>
/// Ends a process before or after any request to the storage, reads among them, of every step, also while it goes on from where another one
/// died: in memory at every point, on Azurite at a few.
/// </summary>
[Collection(nameof(OnAzurite))]
public sealed partial class CrashAnywhereTests(AzuriteStorage azurite)
{
    private static readonly Point[] Sample = [new(5, false), new(19, true), new(33, false)];
    private static readonly (int First, int Second)[] SampleOfPairs = [(3, 4), (8, 1), (15, 11), (20, 9)];

    public static TheoryData<string> Stories => [.. Story.All.Keys];

    public static TheoryData<string> LargeStories => [.. Story.Large.Keys];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stories))]
    public Task No_crash_at_any_request_shows(string name) => CrashEverywhereAsync(name, Story.All[name]);

    [Theory]
    [MemberData(nameof(LargeStories))]
    public Task No_crash_at_any_request_of_a_large_export_shows(string name)
    {
        LongForm.Only();
        return CrashEverywhereAsync(name, Story.Large[name]);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task No_second_crash_on_the_way_from_a_first_one_shows(string name)
    {
        var alive = new CrashPolicy(0, false);
        var golden = await RunAsync(await MemoryStorage.CreateAsync(), Story.All[name], alive);
        var pairs = 0;
        if (LongForm.IsOn)
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, 2 * alive.Requests), Stop, async (first, _) =>
            {
                for (var second = 0; await CrashAsync(first, second) == 2; second++) Interlocked.Increment(ref pairs);
            });
        }
        else
        {
            foreach (var (first, second) in SampleOfPairs)
                if (await CrashAsync(first, second) == 2) pairs++;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {pairs} pairs");
        Assert.InRange(pairs, LongForm.IsOn ? 2 * alive.Requests : 1, 100_000);

        async Task<int> CrashAsync(int first, int second)
        {
            CrashPolicy[] deaths = [Point.Of(first).Death(reads: false), Point.Of(second).Death(reads: false)];
            Assert.True(
                golden == await RunAsync(await MemoryStorage.CreateAsync(), Story.All[name], deaths),
                $"{name}: crashes {Point.Of(first)} and then {Point.Of(second)} that write show.");
            return deaths.Count(static death => death.HasCrashed);
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Azurite_and_memory_end_the_same_and_a_crash_does_not_show_on_either(string name)
    {
        var golden = await RunAsync(await MemoryStorage.CreateAsync(), Story.All[name]);
        var pipe = new Pipe(azurite.ConnectionString);
        await pipe.ForgetAsync();
        Assert.Equal(golden, await RunAsync(azurite.ConnectionString, Story.All[name]));
        await pipe.ForgetAsync();
        var death = Sample[name.Length % Sample.Length].Death(reads: true);
        Assert.Equal(golden, await RunAsync(azurite.ConnectionString, Story.All[name], death));
        await pipe.ForgetAsync();
        Assert.True(death.HasCrashed);
    }

    private static async Task CrashEverywhereAsync(string name, Story story)
    {
        var alive = new CrashPolicy(0, false, reads: true);
        var golden = await RunAsync(await MemoryStorage.CreateAsync(), story, alive);
        var points = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 2 * alive.Requests), Stop, async (number, _) =>
        {
            var death = Point.Of(number).Death(reads: true);
            Assert.True(
                golden == await RunAsync(await MemoryStorage.CreateAsync(), story, death), $"{name}: a crash {Point.Of(number)} of any kind shows.");
            Assert.True(death.HasCrashed, $"{name}: there is no crash {Point.Of(number)}.");
            Interlocked.Increment(ref points);
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {points} points");
        Assert.InRange(points, Story.Large.ContainsKey(name) ? 300 : 30, 5_000);
    }

    private static async Task<string> RunAsync(StorageAccount account, Story story, params CrashPolicy[] deaths)
    {
        var calm = new Pipe(account, formats: story.Formats);
        var (upload, export) = await story.PrepareAsync(calm);
        var lives = new Lives(account, story.Formats, deaths);
        await story.WorkAsync(new TryingHost(calm, lives.Now), upload, export);
        return UnpackedAt().Replace(await StorageDump.OfAsync(calm.Storage, export), "");
    }

    // The one time that a sweep records: its own.
    [GeneratedRegex("UnpackedAt=\"[^\"]*\"")]
    private static partial Regex UnpackedAt();

    /// <summary>Where a process dies.</summary>
    private sealed record Point(int At, bool After)
    {
        /// <summary>All points in a row.</summary>
        public static Point Of(int number) => new(1 + number / 2, number % 2 == 1);

        public CrashPolicy Death(bool reads) => new(At, After, reads);

        public override string ToString() => $"{(After ? "after" : "before")} request {At}";
    }
}
