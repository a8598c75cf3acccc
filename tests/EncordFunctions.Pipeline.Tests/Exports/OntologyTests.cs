using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tests.Running;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Pipeline.Tests.Exports;

[Collection(nameof(OnAzurite))]
public sealed class OntologyTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private static readonly byte[] Rows = RowText.Zip(("labels/a.json", RowText.List(RowText.Image("r1"), RowText.Image("r2"))));

    private readonly Pipe _pipe = new(azurite.ConnectionString);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _pipe.ClearAsync();
        await foreach (var blob in _pipe.Storage.Exports.GetBlobsAsync(cancellationToken: Stop)) await _pipe.Storage.Exports.DeleteBlobAsync(blob.Name, cancellationToken: Stop);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_least_deep_ontology_of_an_archive_is_staged_and_is_no_entry_of_label_rows()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("own.zip", RowText.Zip(
            ("x/y/ontology.json", RowText.Ontology("polygon")),
            ("labels/a.json", RowText.List(RowText.Image("r1"))),
            ("x/Ontology.JSON", RowText.Ontology()),
            ("z/ontology.json", RowText.Ontology("point")))));

        Assert.Equal(RowText.Ontology(), await StagedAsync(export));
        Assert.True(RowMessage.Read(Assert.Single(await Pipe.TakeAllAsync(_pipe.Storage.LabelRows))).Ontology);
        var issues = await OwnIssuesAsync(export);
        Assert.Equal(["EL412 x/y/ontology.json", "EL412 z/ontology.json"], issues.Select(static issue => $"{issue["Code"]} {issue["Entry"]}"));
        var row = (await _pipe.Storage.ExportsTable.GetEntityAsync<TableEntity>(export.Value, "export", cancellationToken: Stop)).Value;
        Assert.Equal((1, "x/Ontology.JSON"), (row["Rows"], row["Ontology"]));
    }

    [Fact]
    public async Task An_ontology_beside_an_upload_is_used_and_the_manifest_names_it()
    {
        await _pipe.DropAsync("team/ontology.json", RowText.Bytes(RowText.Ontology("polygon")));
        await _pipe.DropAsync("ontology.json", RowText.Bytes(RowText.Ontology()));

        var export = await _pipe.RunAsync("team/beside.zip", Rows);

        Assert.Equal(RowText.Ontology("polygon"), await StagedAsync(export));
        using var manifest = await ManifestAsync(export);
        Assert.Equal("ontology.json", manifest.RootElement.GetProperty("ontology").GetString());
        Assert.Equal(
            ["EL403", "EL403"],
            (await Stored.EntitiesAsync(_pipe.Storage.IssuesTable, $"PartitionKey ge '{export}-0' and PartitionKey lt '{export}-:'")).Select(static issue => issue.GetString("Code")));
    }

    [Fact]
    public async Task The_ontology_that_is_staged_first_stays_whatever_lies_beside_the_upload_later()
    {
        await _pipe.DropAsync("ontology.json", RowText.Bytes(RowText.Ontology()));
        var upload = await _pipe.DropAsync("kept.zip", Rows);
        var crash = new CrashPolicy(at: 3, after: true);
        var mortal = new Pipe(azurite.ConnectionString, options => options.AddPolicy(crash, HttpPipelinePosition.PerCall));
        await Assert.ThrowsAsync<CrashException>(() => mortal.UnpackAsync(upload));

        await _pipe.DropAsync("ontology.json", RowText.Bytes(RowText.Ontology("polygon")));
        var export = await _pipe.UnpackAsync(upload);

        Assert.Equal(RowText.Ontology(), await StagedAsync(export));
    }

    [Fact]
    public async Task An_ontology_that_comes_after_its_unpacking_began_is_not_used()
    {
        var upload = await _pipe.DropAsync("early.zip", Rows);
        // The first write says that the export is open, the second is its summary.
        var crash = new CrashPolicy(at: 2, after: true);
        var mortal = new Pipe(azurite.ConnectionString, options => options.AddPolicy(crash, HttpPipelinePosition.PerCall));
        await Assert.ThrowsAsync<CrashException>(() => mortal.UnpackAsync(upload));

        await _pipe.DropAsync("ontology.json", RowText.Bytes(RowText.Ontology()));
        await _pipe.UnpackAsync(upload);

        Assert.All(await Pipe.TakeAllAsync(_pipe.Storage.LabelRows), static message => Assert.False(RowMessage.Read(message).Ontology));
    }

    [Fact]
    public async Task An_ontology_that_is_gone_when_it_is_to_be_staged_is_none_for_every_run()
    {
        await _pipe.DropAsync("ontology.json", RowText.Bytes(RowText.Ontology()));
        var upload = await _pipe.DropAsync("gone.zip", Rows);
        // The first write says that the export is open, the second is its summary.
        var crash = new CrashPolicy(at: 2, after: true);
        var mortal = new Pipe(azurite.ConnectionString, options => options.AddPolicy(crash, HttpPipelinePosition.PerCall));
        await Assert.ThrowsAsync<CrashException>(() => mortal.UnpackAsync(upload));
        await _pipe.Storage.Exports.DeleteBlobAsync("ontology.json", cancellationToken: Stop);

        var export = await _pipe.UnpackAsync(upload);

        Assert.Equal("", await StagedAsync(export));
        Assert.All(await Pipe.TakeAllAsync(_pipe.Storage.LabelRows), static message => Assert.False(RowMessage.Read(message).Ontology));
    }

    [Theory]
    [InlineData("{", "EL407")]
    [InlineData("[1]", "EL408")]
    public async Task An_ontology_that_cannot_be_used_is_one_issue_and_the_rows_are_read_without_it(string json, string code)
    {
        var export = await _pipe.RunAsync("without.zip", RowText.Zip(("a.json", RowText.Image("r1")), ("ontology.json", json)));

        Assert.Equal(code, Assert.Single(await OwnIssuesAsync(export)).GetString("Code"));
        var summary = (await _pipe.Reader.FindAsync(export, Stop))!;
        Assert.Equal((ExportStatus.Done, 1L, 1L), (summary.Status, summary.Verdicts.Done, summary.Warnings));
    }

    [Fact]
    public async Task A_damaged_ontology_costs_the_ontology_alone()
    {
        var zip = RowText.Zip(("a.json", RowText.Image("r1")), ("ontology.json", RowText.Ontology()));
        zip[zip.AsSpan().IndexOf("ontology.json"u8) + 60] ^= 0x55;

        var export = await _pipe.RunAsync("damaged.zip", zip);

        Assert.Equal("ontology.json", Assert.Single(await OwnIssuesAsync(export)).GetString("Entry"));
        Assert.Equal(1, (await _pipe.Reader.FindAsync(export, Stop))!.Verdicts.Done);
        using var manifest = await ManifestAsync(export);
        Assert.Equal(JsonValueKind.Null, manifest.RootElement.GetProperty("ontology").ValueKind);
    }

    [Fact]
    public async Task An_upload_that_is_an_ontology_ends_done_with_no_rows_and_one_note()
    {
        var export = await _pipe.RunAsync("team/ontology.json", RowText.Bytes(RowText.Ontology()));

        var summary = (await _pipe.Reader.FindAsync(export, Stop))!;
        Assert.Equal((ExportStatus.Done, 0, 0L, 0L), (summary.Status, summary.Rows, summary.Errors, summary.Warnings));
        Assert.Equal("EL413", Assert.Single(await OwnIssuesAsync(export)).GetString("Code"));
        using var manifest = await ManifestAsync(export);
        Assert.Equal("Done", manifest.RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task An_upload_that_is_called_an_ontology_and_is_none_is_rejected_and_says_why()
    {
        var export = await _pipe.RunAsync("ontology.json", RowText.Bytes(RowText.List(RowText.Image("r1"))));

        Assert.Equal(ExportStatus.Rejected, (await _pipe.Reader.FindAsync(export, Stop))!.Status);
        Assert.Equal("EL408", Assert.Single(await OwnIssuesAsync(export)).GetString("Code"));
    }

    [Fact]
    public async Task A_retried_row_is_read_with_the_ontology_again()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("retried.zip", RowText.Zip(("a.json", RowText.Image("r1")), ("ontology.json", RowText.Ontology()))));
        var message = Assert.Single(await Pipe.TakeAllAsync(_pipe.Storage.LabelRows));
        await _pipe.FailAsync(message);

        await _pipe.RetryAsync(export);

        Assert.Equal(message.ToString(), Assert.Single(await Pipe.TakeAllAsync(_pipe.Storage.LabelRows)).ToString());
    }

    [Fact]
    public void The_message_of_a_row_says_so_and_stays_a_pointer()
    {
        var row = new RowMessage(ExportId.Of("exports", new string('n', 500), "1").Value, 99_999_999, 99_999, RowPlaces.Shown(new string('"', 999)), 1, 1L << 60, 1L << 60, DerivativeList.Parse("all").ToString(), true);

        Assert.InRange(StorageLimits.CheckPointer(row.ToMessage()).ToMemory().Length, 1, 1024);
        Assert.Equal(row, RowMessage.Read(row.ToMessage()));
        Assert.DoesNotContain("ontology", (row with { Ontology = false }).ToMessage().ToString(), StringComparison.Ordinal);
    }

    private async Task<string> StagedAsync(ExportId export) =>
        (await _pipe.Storage.Staging.GetBlobClient($"{export}/ontology.json").DownloadContentAsync(Stop)).Value.Content.ToString();

    private async Task<JsonDocument> ManifestAsync(ExportId export) =>
        JsonDocument.Parse((await _pipe.Storage.Derivatives.GetBlobClient($"{export}/manifest.json").DownloadContentAsync(Stop)).Value.Content);

    private Task<List<TableEntity>> OwnIssuesAsync(ExportId export) => Stored.IssuesAsync(_pipe.Storage, export, "entries");
}
