using Azure.Storage.Blobs.Models;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Tests.Running;
using EncordFunctions.Pipeline.Tests.Zip;
using EncordFunctions.Pipeline.Zip;
using Microsoft.Extensions.Logging.Abstractions;

namespace EncordFunctions.Pipeline.Tests.Exports;

[Collection(nameof(OnAzurite))]
public sealed class HostileExportTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private readonly Pipe _pipe = new(azurite.ConnectionString);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _pipe.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_is_readable_between_hostile_entries_is_kept()
    {
        var bomb = new byte[8 << 20];
        var export = await _pipe.RunAsync("hostile.zip", new RawZip(
            Row("first.json", "r1"),
            new RawEntry("bomb.json", bomb) { Size = 100 },
            Row("../../up.json", "r2"),
            new RawEntry("nested.json", RowText.Zip(("inner.json", RowText.Image("inner")))),
            new RawEntry("nested.zip", RowText.Zip(("inner.json", RowText.Image("inner")))),
            Row("nul\0.json", "r3"),
            new RawEntry("locked.json", bomb) { Flags = 1, Compressed = [1, 2, 3] },
            new RawEntry("", []) { RawName = [0xFF, 0xFE, .. ".json"u8], Flags = 1 << 11 },
            Row(new string('n', 60_000) + ".json", "r4"),
            new RawEntry("old.json", bomb) { Method = 9, Compressed = [1, 2, 3] },
            Row("last.json", "r5") with { Descriptor = (true, true) }).Build());

        var summary = (await _pipe.Reader.FindAsync(export, Stop))!;
        Assert.Equal((ExportStatus.Done, 5, 1), (summary.Status, summary.Verdicts.Done, summary.Verdicts.Rejected));
        Assert.Equal(["EL913", "EL914", "EL917", "EL920"], (await Stored.IssuesAsync(_pipe.Storage, export, "entries")).Select(static issue => issue.GetString("Code")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_upload_past_a_limit_is_rejected_by_an_issue_that_names_the_setting_and_nothing_of_it_is_staged()
    {
        var step = new UnpackExport(
            _pipe.Storage, DerivativeList.Default, TimeProvider.System, NullLogger<UnpackExport>.Instance, new ArchiveLimits { EntryBytes = 100 });
        foreach (var (name, content) in (IEnumerable<(string, byte[])>)[("large.zip", new RawZip(Row("a.json", "r1")).Build()), ("large.json", RowText.Bytes(RowText.Image("r1")))])
        {
            var export = await step.RunAsync(await _pipe.DropAsync(name, content), Stop);
            await _pipe.RestAsync();

            var summary = (await _pipe.Reader.FindAsync(export, Stop))!;
            Assert.Equal((ExportStatus.Rejected, 0), (summary.Status, summary.Rows));
            Assert.EndsWith("or raise the setting Limits__EntryGiB.", summary.Reason, StringComparison.Ordinal);
            await foreach (var blob in _pipe.Storage.Staging.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{export}/" }, Stop)) Assert.Fail(blob.Name);
        }
    }

    private static RawEntry Row(string name, string label) => new(name, RowText.Bytes(RowText.Image(label)));
}
