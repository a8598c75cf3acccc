using Azure.Core;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests;

/// <summary>Ends the process before and after each write of an export's whole way, and goes on with another process from there.</summary>
[Collection(nameof(OnAzurite))]
public sealed class CrashPointTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private static readonly byte[] NoEntry = RowText.Zip(("notes.txt", "x"));
    private static readonly byte[] OneEntry = RowText.Zip(("a.json", RowText.List(RowText.Image("r1", mask: true), "{\"label_hash\": 1 2}")));
    private static readonly byte[] ThreeEntries = RowText.Zip(
        ("a.json", RowText.List(RowText.Image("r1", mask: true), RowText.Image("r2"))),
        ("notes.txt", "x"),
        ("b.json", $"[{RowText.Image("r3")},"));

    private static readonly byte[] WithOntology = RowText.Zip(
        ("a.json", RowText.List(RowText.Image("r1"), RowText.Image("r1"))),
        ("deep/down/ontology.json", RowText.Ontology()),
        ("deep/ontology.json", RowText.Ontology("polygon")));
    private static readonly byte[] WithGroup = RowText.Zip(
        ("group.json", RowText.Group("g", "r1", "gone", "r2")),
        ("children.json", RowText.List(RowText.Image("r1"), RowText.Image("r2"))));

    private readonly Pipe _pipe = new(azurite.ConnectionString);

    public async ValueTask InitializeAsync() => await _pipe.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(nameof(NoEntry), false, 6)]
    [InlineData(nameof(NoEntry), true, 6)]
    [InlineData(nameof(OneEntry), false, 20)]
    [InlineData(nameof(OneEntry), true, 20)]
    [InlineData(nameof(OneEntry), false, 35, "all")]
    [InlineData(nameof(OneEntry), true, 35, "all")]
    [InlineData(nameof(ThreeEntries), false, 30)]
    [InlineData(nameof(ThreeEntries), true, 30)]
    [InlineData(nameof(WithOntology), false, 25)]
    [InlineData(nameof(WithOntology), true, 25)]
    [InlineData(nameof(WithGroup), false, 25)]
    [InlineData(nameof(WithGroup), true, 25)]
    public async Task No_crash_at_any_write_loses_the_finish_or_changes_what_stands(string shape, bool after, int leastPoints, string? formats = null)
    {
        var whole = Choosing(formats);
        var content = shape switch
        {
            nameof(NoEntry) => NoEntry,
            nameof(OneEntry) => OneEntry,
            nameof(ThreeEntries) => ThreeEntries,
            nameof(WithOntology) => WithOntology,
            _ => WithGroup,
        };
        var golden = await StorageDump.OfAsync(_pipe.Storage, await whole.RunAsync("crash.zip", content));
        var points = 0;
        while (true)
        {
            await _pipe.ClearAsync();
            var crash = new CrashPolicy(points + 1, after);
            var upload = await _pipe.DropAsync("crash.zip", content);
            var export = await RunAsync(crash, upload, whole, formats);
            Assert.True(golden == await StorageDump.OfAsync(_pipe.Storage, export), $"A crash {(after ? "after" : "before")} write {points + 1} shows.");
            if (!crash.HasCrashed) break;
            points++;
        }
        Assert.InRange(points, leastPoints, 200);
    }

    // A message is deleted only when its step came to its end; a crash gives it back. An upload's event comes back late: the rows that
    // were sent before the crash are through by then, without knowing how many there are.
    private async Task<ExportId> RunAsync(CrashPolicy crash, Azure.Storage.Blobs.BlobClient upload, Pipe whole, string? formats)
    {
        var mortal = Choosing(formats, crash);
        ExportId? unpacked = null;
        try
        {
            unpacked = await mortal.UnpackAsync(upload);
        }
        catch (CrashException)
        {
            foreach (var message in await Pipe.TakeAllAsync(_pipe.Storage.LabelRows)) await _pipe.ProcessAsync(message);
        }
        var export = unpacked ?? await whole.UnpackAsync(upload);
        while (true)
        {
            var rows = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
            foreach (var message in rows) await SurviveAsync(crash.HasCrashed, mortal, pipe => pipe.ProcessAsync(message));
            var notices = await Pipe.TakeAllAsync(_pipe.Storage.FinishedExports);
            foreach (var message in notices)
            {
                await SurviveAsync(crash.HasCrashed, mortal, async pipe =>
                {
                    await pipe.FinishAsync(message);
                    return 0;
                });
            }
            if (rows.Count + notices.Count == 0) return export;
        }
    }

    private Pipe Choosing(string? formats, CrashPolicy? crash = null) => new(
        azurite.ConnectionString,
        crash is null ? null : options => options.AddPolicy(crash, HttpPipelinePosition.PerCall),
        formats is null ? null : DerivativeList.Parse(formats));

    private async Task<T> SurviveAsync<T>(bool crashed, Pipe mortal, Func<Pipe, Task<T>> step)
    {
        try
        {
            // After its crash the process is dead: every later step is another process's.
            return await step(crashed ? new Pipe(azurite.ConnectionString) : mortal);
        }
        catch (CrashException)
        {
            return await step(new Pipe(azurite.ConnectionString));
        }
    }
}
