using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Exports;

[Collection(nameof(OnAzurite))]
public sealed class WholeExportTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private readonly Pipe _pipe = new(azurite.ConnectionString);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _pipe.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_row_of_every_entry_is_done_and_the_manifest_lists_all_that_was_written()
    {
        var export = await _pipe.RunAsync("good.zip", RowText.Zip(
            ("a.json", RowText.List(RowText.Image("r1", boxes: 2, mask: true), RowText.Image("r2"))),
            ("b.json", RowText.Image("r3"))));

        var summary = await FoundAsync(export);
        Assert.Equal((ExportStatus.Done, 3, new VerdictCounts(3, 0, 0, 0)), (summary.Status, summary.Rows, summary.Verdicts));
        Assert.Equal((5, 0, 1, 0, 0), (summary.Annotations, summary.Classifications, summary.Masks, summary.Errors, summary.Warnings));
        Assert.Equal(["/0", "/1", ""], (await PointersAsync(export)).Select(static row => row.Pointer));

        using var manifest = JsonDocument.Parse(await Stored.FileAsync(_pipe.Storage, export, "manifest.json"));
        var listed = manifest.RootElement.GetProperty("derivatives").EnumerateArray().Select(static file => file.GetProperty("path").GetString()).ToList();
        Assert.Contains("rows/00000000/annotations.jsonl", listed);
        Assert.Contains("rows/00000000/masks/0-m_r1-.png", listed);
        Assert.Contains("rows/00000002/annotations.jsonl", listed);
        Assert.Equal((await Stored.FilesAsync(_pipe.Storage, export)).Where(static path => path != "manifest.json"), listed);
        Assert.Equal(3, (await Stored.FileAsync(_pipe.Storage, export, "rows/00000000/annotations.jsonl")).AsSpan().Count((byte)'\n'));
    }

    [Fact]
    public async Task An_entry_has_the_name_of_its_place_whatever_the_archive_calls_it()
    {
        var export = await _pipe.RunAsync("names.zip", RowText.Zip(("../../other/a.json", RowText.Image("../r1")), ("/etc/b.json", RowText.Image("r2"))));

        Assert.Equal(new VerdictCounts(2, 0, 0, 0), (await FoundAsync(export)).Verdicts);
        var staged = new List<string>();
        await foreach (var blob in _pipe.Storage.Staging.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{export}/" }, Stop)) staged.Add(blob.Name[(export.Value.Length + 1)..]);
        Assert.Equal(["00000", "00001"], staged.Where(static name => char.IsDigit(name[0])));
        Assert.All(await Stored.FilesAsync(_pipe.Storage, export), static path => Assert.DoesNotContain("..", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_object_instance_has_a_row_with_its_class_frames_and_hull_in_pixels()
    {
        var export = await _pipe.RunAsync("objects.zip", RowText.Zip(("a.json", RowText.List(RowText.Image("r1")))));

        var entity = Assert.Single(await Stored.EntitiesAsync(_pipe.Storage.ObjectsTable, $"PartitionKey eq '{export}-00000000'"));
        Assert.Equal("r1_2f0_2b", entity.RowKey);
        Assert.Equal(("r1/0+", "Car", "bounding_box", 1L, "0"), (
            entity.GetString("ObjectHash"), entity.GetString("Name"), entity.GetString("Shape"), entity.GetInt64("Annotations"), entity.GetString("Frames")));
        Assert.Equal((0.75, 1.0, 0.375, 0.5), (
            entity.GetDouble("HullX"), entity.GetDouble("HullY"), entity.GetDouble("HullW"), entity.GetDouble("HullH")));
    }

    [Fact]
    public async Task What_macos_and_others_add_is_skipped_and_listed()
    {
        var export = await _pipe.RunAsync("mac.zip", RowText.Zip(
            ("labels/", ""), ("labels/a.json", RowText.List(RowText.Image("r1"))), ("__MACOSX/labels/._a.json", "x"), ("readme.txt", "x")));

        Assert.Equal(1, (await FoundAsync(export)).Rows);
        var entity = (await _pipe.Storage.ExportsTable.GetEntityAsync<TableEntity>(export.Value, "export", cancellationToken: Stop)).Value;
        Assert.Equal((4, 1, 0, 3), (entity["Entries"], entity["EntriesRead"], entity["EntriesFaulty"], entity["EntriesSkipped"]));
        using var manifest = JsonDocument.Parse(await Stored.FileAsync(_pipe.Storage, export, "manifest.json"));
        Assert.Equal(3, manifest.RootElement.GetProperty("entries").EnumerateArray().Count(static entry => entry.GetProperty("skipped").GetBoolean()));
    }

    [Fact]
    public async Task The_header_of_a_row_is_in_its_columns()
    {
        var row = RowText.Image("r1", boxes: 0)[..^1] + $$"""
            , "export_hash": "e1", "exported_at": "Mon, 02 Oct 2023 13:47:45 UTC", "annotation_task_status": "QUEUED", "group_hash": "g1",
            "export_history": [{"export_hash": "e1", "exported_at": "2023-10-02 13:47:45", "user_email": "a@b.c"}],
            "workflow_graph_node": {"uuid": "w1", "title": "Review"}, "task_uuid": "t1", "priority": 0.5, "file_type": "image/jpeg", "is_valid": false,
            "client_metadata": {"site": "north \"1\""}, "assigned_user_email": "d@e.f", "last_actioned_by_user_email": "g@h.i", "brand_new": [1] }
            """;
        var export = await _pipe.RunAsync("header.json", RowText.Bytes(row));

        var entity = Assert.Single(await Stored.EntitiesAsync(_pipe.Storage.LabelRowsTable, $"PartitionKey eq '{export}-00000'"));
        (string Column, object Value)[] expected =
        [
            ("ExportHash", "e1"), ("AnnotationTaskStatus", "QUEUED"), ("GroupHash", "g1"), ("WorkflowStage", "Review"), ("WorkflowStageUuid", "w1"),
            ("TaskUuid", "t1"), ("Priority", 0.5), ("FileType", "image/jpeg"), ("IsValid", false), ("IsShadowData", false),
            ("AssignedUserEmail", "d@e.f"), ("LastActionedByUserEmail", "g@h.i"), ("ClientMetadata", """{"site":"north \"1\""}"""),
            ("ExportHistory", """[{"export_hash":"e1","exported_at":"2023-10-02T13:47:45+00:00","user_email":"a@b.c"}]"""),
            ("Extra", """{"row":{"brand_new":[1]}}"""),
        ];
        Assert.All(expected, column => Assert.Equal(column.Value, entity[column.Column]));
        Assert.Equal(new DateTimeOffset(2023, 10, 2, 13, 47, 45, TimeSpan.Zero), entity.GetDateTimeOffset("ExportedAt"));
    }

    [Fact]
    public async Task An_upload_under_an_old_name_is_a_new_export()
    {
        var first = await _pipe.RunAsync("again.json", RowText.Bytes(RowText.Image("r1")));
        var second = await _pipe.RunAsync("again.json", RowText.Bytes(RowText.Image("r1", boxes: 2)));

        Assert.NotEqual(first, second);
        Assert.Equal(1, (await FoundAsync(first)).Annotations);
        Assert.Equal(2, (await FoundAsync(second)).Annotations);
    }

    [Fact]
    public async Task A_row_larger_than_what_is_held_is_read_from_the_store_and_ends_the_same()
    {
        var padding = new string(' ', 5 * 1024 * 1024);
        var export = await _pipe.RunAsync("large.json", RowText.Bytes($"[{RowText.Image("r1")[..^1]}{padding}}},{RowText.Image("r2")}]"));

        Assert.Equal(new VerdictCounts(2, 0, 0, 0), (await FoundAsync(export)).Verdicts);
    }

    [Fact]
    public async Task More_rows_than_a_shard_holds_finish_once_the_last_one_is_done()
    {
        var export = await _pipe.RunAsync("shards.json", RowText.Bytes(RowText.List([.. Enumerable.Range(0, 91).Select(static i => RowText.Image($"r{i}", boxes: 0))])));

        Assert.Equal((ExportStatus.Done, 91L), ((await FoundAsync(export)).Status, (await FoundAsync(export)).Verdicts.Total));
        Assert.Equal(2, (await Stored.EntitiesAsync(_pipe.Storage.ExportsTable, $"PartitionKey eq '{export}' and RowKey ge 'shard-' and RowKey lt 'shard.'")).Count);
    }

    private async Task<ExportSummary> FoundAsync(ExportId export) => (await _pipe.Reader.FindAsync(export, Stop))!;

    private async Task<List<(int Ordinal, string Pointer)>> PointersAsync(ExportId export) =>
    [
        .. (await Stored.EntitiesAsync(_pipe.Storage.LabelRowsTable, $"PartitionKey eq '{export}-00000'")).Select(static row =>
            (int.Parse(row.RowKey), row.GetInt32("Element") is >= 0 and var element ? $"/{element}" : "")),
    ];
}
