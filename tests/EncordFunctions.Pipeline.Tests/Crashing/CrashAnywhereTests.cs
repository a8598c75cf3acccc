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
        foreach (var after in (bool[])[false, true])
        {
            for (var at = LongForm.IsOn ? 1 : after ? 9 : 3; ; at += LongForm.IsOn ? 1 : 23)
            {
                var death = new CrashPolicy(at, after, reads: true);
                Assert.True(golden == await RunAsync(Story.All[name], death), $"{name}: a crash {Side(after)} request {at} shows.");
                if (!death.HasCrashed) break;
                points++;
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {points} points");
        Assert.InRange(points, 2, 2_000);
    }

    [Theory]
    [InlineData("one row")]
    [InlineData("a poison row and its retry")]
    public async Task No_second_crash_on_the_way_from_a_first_one_shows(string name)
    {
        var golden = await RunAsync(Story.All[name]);
        var step = LongForm.IsOn ? 1 : 17;
        var pairs = 0;
        for (var first = 0; ; first += step)
        {
            CrashPolicy one, two;
            for (var second = first % 3; ; second += step, pairs++)
            {
                (one, two) = (Death(first), Death(second));
                Assert.True(golden == await RunAsync(Story.All[name], one, two), $"{name}: crashes {Side(first)} and then {Side(second)} show.");
                if (!two.HasCrashed) break;
            }
            if (!one.HasCrashed) break;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {pairs} pairs");
        Assert.InRange(pairs, 2, 20_000);

        static CrashPolicy Death(int point) => new(1 + point / 2, after: point % 2 == 1);
        static string Side(int point) => $"{CrashAnywhereTests.Side(point % 2 == 1)} write {1 + point / 2}";
    }

    private static string Side(bool after) => after ? "after" : "before";

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
}
