using System.Text.RegularExpressions;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Crashing;

/// <summary>
/// Ends a process before or after any request to the storage, reads among them, of every step, also while it goes on from where another one
/// died. The short form takes a sample of the points, the long form all.
/// </summary>
[Collection(nameof(OnAzurite))]
public sealed partial class CrashAnywhereTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private static readonly Point[] Sample = [new(5, false), new(19, true), new(33, false)];
    private static readonly (Point First, Point Second)[] SampleOfPairs = [(new(2, true), new(3, false)), (new(5, false), new(1, true)), (new(8, true), new(6, true))];

    private readonly Pipe _pipe = new(azurite.ConnectionString);

    public static TheoryData<string> Stories => [.. Story.All.Keys];

    public async ValueTask InitializeAsync() => await _pipe.ForgetAsync();

    public async ValueTask DisposeAsync() => await _pipe.ForgetAsync();

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task No_crash_at_any_request_shows(string name)
    {
        var golden = await RunAsync(Story.All[name]);
        var points = 0;
        foreach (var sample in Sample)
            if (!LongForm.IsOn && await CrashAsync(sample)) points++;
        foreach (var after in (bool[])[false, true])
            for (var at = 1; LongForm.IsOn && await CrashAsync(new Point(at, after)); at++) points++;
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {points} points");
        Assert.InRange(points, 1, 2_000);

        async Task<bool> CrashAsync(Point point)
        {
            var death = new CrashPolicy(point.At, point.After, reads: true);
            Assert.True(golden == await RunAsync(Story.All[name], death), $"{name}: a crash {point} of any kind shows.");
            return death.HasCrashed;
        }
    }

    [Theory]
    [InlineData("one row")]
    [InlineData("a poison row and its retry")]
    public async Task No_second_crash_on_the_way_from_a_first_one_shows(string name)
    {
        var golden = await RunAsync(Story.All[name]);
        var pairs = 0;
        foreach (var (first, second) in SampleOfPairs)
            if (!LongForm.IsOn && await CrashAsync(first, second) == 2) pairs++;
        for (var (first, died) = (0, 2); LongForm.IsOn && died > 0; first++)
        {
            for (var second = 0; (died = await CrashAsync(Point.Of(first), Point.Of(second))) == 2; second++) pairs++;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {pairs} pairs");
        Assert.InRange(pairs, 1, 20_000);

        async Task<int> CrashAsync(Point first, Point second)
        {
            CrashPolicy[] deaths = [new(first.At, first.After), new(second.At, second.After)];
            Assert.True(golden == await RunAsync(Story.All[name], deaths), $"{name}: crashes {first} and then {second} that write show.");
            return deaths.Count(static death => death.HasCrashed);
        }
    }

    private async Task<string> RunAsync(Story story, params CrashPolicy[] deaths)
    {
        await _pipe.ForgetAsync();
        var calm = new Pipe(azurite.ConnectionString, formats: story.Formats);
        var (upload, export) = await story.PrepareAsync(calm);
        var lives = new Lives(azurite.ConnectionString, story.Formats, deaths);
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

        public override string ToString() => $"{(After ? "after" : "before")} request {At}";
    }
}
