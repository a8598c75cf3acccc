using System.Text.Json;
using Azure.Data.Tables;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Exports;

/// <summary>What only all rows of an export together show.</summary>
[Collection(nameof(OnAzurite))]
public sealed class TogetherTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private readonly Pipe _pipe = new(azurite.ConnectionString);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _pipe.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_row_that_repeats_an_earlier_one_is_a_warning_at_the_later_one()
    {
        var branch = RowText.Image("r1").Replace("\"main\"", "\"second\"", StringComparison.Ordinal);
        var export = await _pipe.RunAsync("repeated.zip", RowText.Zip(
            ("a.json", RowText.List(RowText.Image("r1"), RowText.Image("r2"), branch)),
            ("b.json", RowText.List(RowText.Image("r3"), RowText.Image("r1")))));

        var issue = Assert.Single(await IssuesAsync(export));
        Assert.Equal(("EL933", "b.json", "/1", "r1"), (issue.GetString("Code"), issue.GetString("Entry"), issue.GetString("Pointer"), issue.GetString("LabelHash")));
        Assert.Equal(1, (await _pipe.Reader.FindAsync(export, Stop))!.Warnings);
        var lines = (await _pipe.Storage.Derivatives.GetBlobClient($"{export}/issues.jsonl").DownloadContentAsync(Stop)).Value.Content.ToString();
        Assert.Contains("\"EL933\"", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_children_of_a_group_are_joined_to_their_rows_and_one_that_is_missing_is_a_note()
    {
        var export = await _pipe.RunAsync("group.zip", RowText.Zip(
            ("children.json", RowText.List(RowText.Image("r2"), RowText.Image("r1"))),
            ("group.json", RowText.Group("g", "r1", "gone", "r2"))));

        using var manifest = JsonDocument.Parse((await _pipe.Storage.Derivatives.GetBlobClient($"{export}/manifest.json").DownloadContentAsync(Stop)).Value.Content);
        var group = Assert.Single(manifest.RootElement.GetProperty("groups").EnumerateArray());
        Assert.Equal(("g", 2), (group.GetProperty("label_hash").GetString(), group.GetProperty("ordinal").GetInt32()));
        Assert.Equal(
            [
                """{"data_hash":"data-r1","label_hash":"r1","name":"r1.jpg","layout_key":"0","ordinal":1}""",
                """{"data_hash":"data-gone","label_hash":"gone","name":"gone.jpg","layout_key":"1","ordinal":null}""",
                """{"data_hash":"data-r2","label_hash":"r2","name":"r2.jpg","layout_key":"2","ordinal":0}""",
            ],
            group.GetProperty("children").EnumerateArray().Select(static child => JsonSerializer.Serialize(child)));
        var issue = Assert.Single(await IssuesAsync(export));
        Assert.Equal(("EL934", "group.json", "", "g"), (issue.GetString("Code"), issue.GetString("Entry"), issue.GetString("Pointer"), issue.GetString("LabelHash")));
        Assert.Contains("gone.jpg", issue.GetString("Message"), StringComparison.Ordinal);
        Assert.Equal(0, (await _pipe.Reader.FindAsync(export, Stop))!.Warnings);
    }

    [Fact]
    public async Task A_child_whose_row_failed_is_no_note_any_more_once_the_row_was_retried()
    {
        var content = RowText.Zip(("a.json", RowText.List(RowText.Group("g", "r1"), RowText.Image("r1"))));
        var golden = await StorageDump.OfAsync(_pipe.Storage, await _pipe.RunAsync("later.zip", content));
        await _pipe.ClearAsync();
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("later.zip", content));
        var messages = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
        await _pipe.ProcessAsync(messages[0]);
        await _pipe.FailAsync(messages[1]);
        await _pipe.RestAsync();
        Assert.Equal("EL934", Assert.Single(await IssuesAsync(export)).GetString("Code"));

        await _pipe.RetryAsync(export);
        await _pipe.RestAsync();

        Assert.Equal(golden, await StorageDump.OfAsync(_pipe.Storage, export));
    }

    [Fact]
    public async Task Hundreds_of_repeated_rows_are_listed_in_part_and_counted_whole()
    {
        var export = await _pipe.RunAsync("many.json", RowText.Bytes(RowText.List([.. Enumerable.Repeat(RowText.Image("r1", boxes: 0), 251)])));

        var issues = await IssuesAsync(export);
        Assert.Equal(201, issues.Count);
        Assert.Equal("And 50 more of this kind.", issues[^1].GetString("Message"));
    }

    private Task<List<TableEntity>> IssuesAsync(ExportId export) => Stored.IssuesAsync(_pipe.Storage, export, "together");
}
