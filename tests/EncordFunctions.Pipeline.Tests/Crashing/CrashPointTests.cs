using Azure.Core;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Tests.Running;
using EncordFunctions.Pipeline.Tests.Running.Memory;

namespace EncordFunctions.Pipeline.Tests.Crashing;

/// <summary>Ends the process before and after each write of an export's whole way, and goes on with another process from there.</summary>
public sealed class CrashPointTests
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
        var content = shape switch
        {
            nameof(NoEntry) => NoEntry,
            nameof(OneEntry) => OneEntry,
            nameof(ThreeEntries) => ThreeEntries,
            nameof(WithOntology) => WithOntology,
            _ => WithGroup,
        };
        var golden = await GoldenAsync(formats, content);
        var points = 0;
        while (true)
        {
            var whole = await ChoosingAsync(formats);
            var crash = new CrashPolicy(points + 1, after);
            var export = await RunAsync(crash, await whole.DropAsync("crash.zip", content), whole, formats);
            Assert.True(golden == await StorageDump.OfAsync(whole.Storage, export), $"A crash {(after ? "after" : "before")} write {points + 1} shows.");
            if (!crash.HasCrashed) break;
            points++;
        }
        Assert.InRange(points, leastPoints, 200);
    }

    // A message is deleted only when its step came to its end; a crash gives it back. An upload's event comes back late: the rows that
    // were sent before the crash are through by then, without knowing how many there are.
    private static async Task<ExportId> RunAsync(CrashPolicy crash, Azure.Storage.Blobs.BlobClient upload, Pipe whole, string? formats)
    {
        var mortal = Choosing(whole.Account, formats, crash);
        ExportId? unpacked = null;
        try
        {
            unpacked = await mortal.UnpackAsync(upload);
        }
        catch (CrashException)
        {
            foreach (var message in await Pipe.TakeAllAsync(whole.Storage.LabelRows)) await whole.ProcessAsync(message);
        }
        var export = unpacked ?? await whole.UnpackAsync(upload);
        while (true)
        {
            var rows = await Pipe.TakeAllAsync(whole.Storage.LabelRows);
            foreach (var message in rows) await SurviveAsync(crash.HasCrashed ? whole : mortal, whole, pipe => pipe.ProcessAsync(message));
            var notices = await Pipe.TakeAllAsync(whole.Storage.FinishedExports);
            foreach (var message in notices) await SurviveAsync(crash.HasCrashed ? whole : mortal, whole, pipe => pipe.FinishAsync(message));
            if (rows.Count + notices.Count == 0) return export;
        }
    }

    private static async Task<string> GoldenAsync(string? formats, byte[] content)
    {
        var whole = await ChoosingAsync(formats);
        return await StorageDump.OfAsync(whole.Storage, await whole.RunAsync("crash.zip", content));
    }

    private static async Task<Pipe> ChoosingAsync(string? formats) => Choosing(await MemoryStorage.CreateAsync(), formats);

    private static Pipe Choosing(StorageAccount account, string? formats, CrashPolicy? crash = null) => new(
        account,
        crash is null ? null : options => options.AddPolicy(crash, HttpPipelinePosition.PerCall),
        formats is null ? null : DerivativeList.Parse(formats));

    // After its crash the process is dead: every later step is another process's.
    private static async Task SurviveAsync(Pipe first, Pipe next, Func<Pipe, Task> step)
    {
        try
        {
            await step(first);
        }
        catch (CrashException)
        {
            await step(next);
        }
    }
}
