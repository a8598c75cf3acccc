using Azure.Core;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Tests.Running;
using EncordFunctions.Pipeline.Tests.Running.Memory;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Pipeline.Tests.Faults;

/// <summary>A storage that makes trouble, and the end state that does not show it.</summary>
[Collection(nameof(OnAzurite))]
public sealed class StorageFaultTests(AzuriteStorage azurite) : IAsyncLifetime
{
    // As often as the product's own clients try again, and hardly ever, so that whole tries fail.
    private const int Usual = 5;
    private const int Hardly = 1;

    private static readonly byte[] Upload = RowText.Zip(
        ("a.json", RowText.List(RowText.Image("r1", boxes: 2, mask: true), RowText.Image("r2"), "{\"label_hash\": 1 2}")),
        ("notes.txt", "x"),
        ("group.json", RowText.List(RowText.Group("g", "r1", "gone", "r4"), RowText.Image("r4", mask: true))),
        ("ontology.json", RowText.Ontology("polygon")));

    private readonly Pipe _pipe = new(azurite.ConnectionString, formats: DerivativeList.Parse("all"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _pipe.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(1, Usual, 20)]
    [InlineData(10, Usual, 20)]
    [InlineData(30, Usual, 15)]
    [InlineData(30, Hardly, 15)]
    public Task No_fault_of_the_storage_shows_in_what_stands(int percent, int retries, int shortForm) =>
        MakeTroubleAsync(static () => MemoryStorage.CreateAsync(), percent, retries, LongForm.Cases(shortForm, 100));

    [Fact]
    public Task No_fault_of_an_Azurite_does() => MakeTroubleAsync(
        async () =>
        {
            await _pipe.ForgetAsync();
            return azurite.ConnectionString;
        },
        30,
        Hardly,
        2);

    private static async Task MakeTroubleAsync(Func<Task<StorageAccount>> openAsync, int percent, int retries, int runs)
    {
        var undisturbed = new Pipe(await openAsync(), formats: DerivativeList.Parse("all"));
        var golden = await StorageDump.OfAsync(undisturbed.Storage, await undisturbed.RunAsync("faults.zip", Upload));
        var made = Enum.GetValues<Fault>().ToDictionary(static kind => kind, static _ => 0);
        var (requests, failedTries, failedRows) = (0, 0, 0L);
        for (var seed = 1; seed <= runs; seed++)
        {
            var calm = new Pipe(await openAsync(), formats: DerivativeList.Parse("all"));
            var faults = new FaultPolicy(seed, percent);
            var host = new TryingHost(
                calm, () => new Pipe(calm.Account, options => faults.Configure(options, retries), DerivativeList.Parse("all")));
            var export = await host.RunAsync(await calm.DropAsync("faults.zip", Upload));
            var of = $"{percent} % faults, {retries} retries, seed {seed}";

            var verdicts = await FinishedAsync(calm, export);
            Assert.True(verdicts.Rejected == 1, $"A fault of the storage is taken for one of a row: {of}.");
            if (percent < 30) Assert.True(verdicts.Failed == 0, $"A row failed: {of}.");
            Assert.True(golden == await StorageDump.OfAsync(calm.Storage, export), $"The faults show: {of}.");
            failedRows += verdicts.Failed;
            failedTries += host.FailedTries;
            requests += faults.Requests;
            foreach (var (kind, count) in faults.Made) made[kind] += count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{percent} %, {retries} retries, seeds 1-{runs}: {requests} requests, {string.Join(", ", made)}; {failedTries} tries and {failedRows} rows failed.");
        Assert.InRange(made.Values.Sum(), requests * percent / 300, requests * percent / 40);
        // At 1 % a run has few.
        if (percent > 1 || LongForm.IsOn) Assert.All(made, static kind => Assert.NotEqual(0, kind.Value));
        if (retries == Hardly) Assert.NotEqual(0, failedTries);
        // The clients' own tries are enough: what they meet of their earlier ones, a 409 or 412, is no fault.
        if (percent < 30) Assert.Equal(0, failedTries);
    }

    [Fact]
    public async Task The_lost_answer_of_each_write_costs_no_try_and_does_not_show()
    {
        var golden = await StorageDump.OfAsync(_pipe.Storage, await _pipe.RunAsync("faults.zip", Upload));
        await _pipe.ForgetAsync();
        var lost = new LostAnswers();
        var host = new TryingHost(_pipe, () => new Pipe(azurite.ConnectionString, Configure, DerivativeList.Parse("all")));

        var export = await host.RunAsync(await _pipe.DropAsync("faults.zip", Upload));

        Assert.InRange(lost.Count, 50, 500);
        Assert.Equal(0, host.FailedTries);
        Assert.Equal(golden, await StorageDump.OfAsync(_pipe.Storage, export));

        void Configure(ClientOptions options)
        {
            options.AddPolicy(lost, HttpPipelinePosition.BeforeTransport);
            options.Retry.MaxDelay = options.Retry.Delay = TimeSpan.Zero;
        }
    }

    /// <summary>Tries again, without faults, what the tries were used up of.</summary>
    /// <returns>The verdicts that the faults left.</returns>
    private static async Task<VerdictCounts> FinishedAsync(Pipe calm, ExportId export)
    {
        var left = default(VerdictCounts);
        while (await calm.RetryWholeAsync(export) is { } retry && retry is not { Rows: 0, Whole: false })
        {
            left = left with { Failed = left.Failed + retry.Rows };
            await calm.RestAsync();
        }
        var summary = (await calm.Reader.FindAsync(export, Stop))!;
        Assert.Equal(ExportStatus.Done, summary.Status);
        return summary.Verdicts with { Failed = left.Failed };
    }
}
