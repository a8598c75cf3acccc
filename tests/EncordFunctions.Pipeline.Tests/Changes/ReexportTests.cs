using Azure.Core;
using Azure.Data.Tables;
using EncordFunctions.Formats;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Changes;

[Collection(nameof(OnAzurite))]
public sealed class ReexportTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private readonly Pipe _pipe = new(azurite.ConnectionString);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _pipe.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_export_of_rows_never_met_before_has_no_changes_and_asks_for_nothing_more()
    {
        var requests = new RequestCounts();
        var pipe = Counted(requests);
        var export = await pipe.RunAsync("first.zip", RowText.Zip(("a.json", RowText.List(RowText.Image("r1"), RowText.Image("r2")))));

        Assert.Null(await Lines.OfAsync(_pipe.Storage, export));
        Assert.Equal((2, 0), await ComparedAsync(export));
        Assert.Equal((2, 2), (requests.Of("/Labels"), requests.Of("/Labels", "POST")));
        Assert.DoesNotContain(requests.All, request => request.Contains("base-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_re_export_of_unchanged_labels_says_0_changes_and_reads_no_objects()
    {
        var sample = SampleExport.Create();
        await _pipe.RunAsync(sample.Name, sample.Content.ToArray());
        var requests = new RequestCounts();
        var later = SampleExport.CreateLater([]);
        var export = await Counted(requests).RunAsync(later.Name, later.Content.ToArray());

        Assert.Empty((await Lines.OfAsync(_pipe.Storage, export))!);
        var counts = await Lines.CountsAsync(_pipe.Storage, export);
        Assert.Equal(
            """{"new":0,"older":0,"not_compared":0,"compared":27,"unchanged":27,"objects":0,"added":0,"removed":0,"moved":0,"relabelled":0,"reattributed":0}""",
            System.Text.Json.JsonSerializer.Serialize(counts));
        Assert.Equal(0, requests.Of("/Objects", "GET"));
        Assert.DoesNotContain(requests.All, request => request.StartsWith("GET", StringComparison.Ordinal) && request.Contains("annotations.jsonl", StringComparison.Ordinal));
        // Of each row what it is compared with is kept; and of the export its summary, that it is open, and that its shard is full. What is asked and written else is as it was without.
        Assert.Equal(27 + 3, requests.Of("/Exports", "POST"));
        Assert.Equal((27, 27, 27), (requests.Of("/Labels", "POST"), requests.Of("/Labels", "GET"), requests.Of("/Labels", "PUT")));
    }

    [Fact]
    public async Task The_sample_exported_again_with_three_objects_changed_lists_exactly_these_three()
    {
        var sample = SampleExport.Create();
        var earlier = await _pipe.RunAsync(sample.Name, sample.Content.ToArray());
        var later = SampleExport.CreateLater();
        var export = await _pipe.RunAsync(later.Name, later.Content.ToArray());

        var changes = await Lines.OfAsync(_pipe.Storage, export);
        Assert.Equal(
            later.Edits.Select(edit => (edit.LabelHash, edit.ObjectHash)).Order(),
            changes!.Select(change => (change.LabelHash!, change.ObjectHash)).Order());
        Assert.All(changes!, change => Assert.Equal(earlier.Value, change.Earlier.Export));

        var moved = Assert.Single(changes!, change => Lines.Kinds(change) == "moved");
        Assert.Equal("junction-00.jpg", moved.DataTitle);
        // A box of 72 × 34 moved by 18: 54 of 90 columns are covered by both.
        Assert.Equal(0.6, moved.Iou);
        Assert.Equal((1, 0, 0), (moved.FramesCompared, moved.FramesAdded, moved.FramesRemoved));

        var relabelled = Assert.Single(changes!, change => Lines.Kinds(change) == "relabelled");
        Assert.Equal(("Parked car", "Bus"), (relabelled.Before!.Name, relabelled.After!.Name));
        Assert.NotEqual(relabelled.Before.FeatureHash, relabelled.After.FeatureHash);
        Assert.Null(relabelled.Iou);

        var answered = Assert.Single(changes!, change => Lines.Kinds(change) == "reattributed");
        var attribute = Assert.Single(answered.Attributes);
        Assert.Equal(
            ("Colour", false, """["Silver"]""", """["Black"]"""),
            (attribute.Name, attribute.Dynamic, attribute.Before!.Value.GetRawText(), attribute.After!.Value.GetRawText()));
        Assert.Equal("0-11", answered.After!.Frames);
    }

    [Fact]
    public async Task Each_export_is_compared_with_the_newest_one_before_it()
    {
        var (first, second) = (SampleExport.Create(), SampleExport.CreateLater());
        await _pipe.RunAsync(first.Name, first.Content.ToArray());
        var changed = await _pipe.RunAsync(second.Name, second.Content.ToArray());
        var again = await _pipe.RunAsync("again.zip", second.Content.ToArray());

        Assert.Empty((await Lines.OfAsync(_pipe.Storage, again))!);
        Assert.Equal((0, 27), await ComparedAsync(again));
        Assert.Equal(3, (await Lines.OfAsync(_pipe.Storage, changed))!.Length);
    }

    [Fact]
    public async Task Objects_that_come_and_go_are_added_and_removed_and_one_that_changed_in_every_way_is_one_line()
    {
        await _pipe.RunAsync("some.json", RowText.Bytes(RowText.Image("r1", boxes: 3)));
        var edited = RowText.Image("r1", boxes: 4, edited: "2026-01-05 00:00:00")
            .Replace("""r1/0+", "featureHash": "fBox", "name": "Car""", """r1/0+", "featureHash": "fBus", "name": "Bus""", StringComparison.Ordinal)
            .Replace(
                """{"objectHash": "r1/0+", "classifications": []}""",
                """
                {"objectHash": "r1/0+", "classifications":
                  [{"name": "Doors", "value": "doors", "answers": 5, "featureHash": "a", "manualAnnotation": true}]}
                """,
                StringComparison.Ordinal)
            .Replace("r1/2+", "gone", StringComparison.Ordinal);
        var at = edited.IndexOf("\"x\": 0.25", StringComparison.Ordinal);
        edited = edited[..at] + "\"x\": 0.3125" + edited[(at + 9)..];
        var export = await _pipe.RunAsync("some-later.json", RowText.Bytes(edited));

        var changes = (await Lines.OfAsync(_pipe.Storage, export))!;
        Assert.Equal(
            ["gone added", "r1/0+ moved+relabelled+reattributed", "r1/2+ removed", "r1/3+ added"],
            changes.Select(change => $"{change.ObjectHash} {Lines.Kinds(change)}"));
        var every = changes[1];
        // In a frame of 3 × 2: from x = 0.75, w = 0.375, moved by half its width.
        Assert.Equal(Math.Round(1 / 3.0, 6), every.Iou);
        Assert.Equal(("Doors", "5"), (every.Attributes[0].Name, every.Attributes[0].After!.Value.GetRawText()));
        Assert.Null(every.Attributes[0].Before);
        Assert.Null(changes[0].Before);
        Assert.Null(changes[2].After);
        Assert.Equal("Car", changes[2].Before!.Name);
    }

    [Fact]
    public async Task An_old_export_that_comes_late_tells_no_changes_backwards()
    {
        await _pipe.RunAsync("new.json", RowText.Bytes(RowText.Image("r1", boxes: 2, edited: "2026-01-09 00:00:00")));
        var late = await _pipe.RunAsync("old.json", RowText.Bytes(RowText.Image("r1", boxes: 1, edited: "2026-01-02 00:00:00")));

        Assert.Null(await Lines.OfAsync(_pipe.Storage, late));
        var counts = await Lines.CountsAsync(_pipe.Storage, late);
        Assert.Equal((1, 0, 0), (counts.GetProperty("older").GetInt32(), counts.GetProperty("compared").GetInt32(), counts.GetProperty("new").GetInt32()));
    }

    [Fact]
    public async Task Rows_whose_dates_are_the_same_are_compared_all_the_same()
    {
        await _pipe.RunAsync("a.json", RowText.Bytes(RowText.Image("r1", boxes: 1)));
        var export = await _pipe.RunAsync("b.json", RowText.Bytes(RowText.Image("r1", boxes: 2)));

        Assert.Equal(["r1/1+ added"], (await Lines.OfAsync(_pipe.Storage, export))!.Select(change => $"{change.ObjectHash} {Lines.Kinds(change)}"));
    }

    [Fact]
    public async Task A_row_that_stands_twice_in_its_export_is_compared_with_the_earlier_one_each_time()
    {
        await _pipe.RunAsync("once.json", RowText.Bytes(RowText.Image("r1", boxes: 1)));
        var dump = "";
        foreach (var isReversed in (bool[])[false, true])
        {
            var states = await LabelsAsync();
            var twice = RowText.List(RowText.Image("r1", boxes: 2, edited: "2026-01-03 00:00:00"), RowText.Image("r1", boxes: 1, edited: "2026-01-04 00:00:00"));
            var export = await _pipe.UnpackAsync(await _pipe.DropAsync("twice.json", RowText.Bytes(twice)));
            var messages = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
            if (isReversed) messages.Reverse();
            foreach (var message in messages) await _pipe.ProcessAsync(message);
            await _pipe.RestAsync();

            Assert.Equal(["r1/1+ added"], (await Lines.OfAsync(_pipe.Storage, export))!.Select(change => $"{change.ObjectHash} {Lines.Kinds(change)}"));
            Assert.Equal((0, 2), await ComparedAsync(export));
            var now = await StorageDump.OfAsync(_pipe.Storage, export);
            if (isReversed) Assert.Equal(dump, now);
            dump = now;
            await RestoreAsync(states);
        }
    }

    [Fact]
    public async Task A_first_export_that_is_processed_again_after_a_later_one_came_still_has_no_changes()
    {
        // The rows are of the same dates, so nothing but the exports' own traces says which was first.
        var first = await _pipe.UnpackAsync(await _pipe.DropAsync("interrupted.json", RowText.Bytes(RowText.Image("r1", boxes: 1))));
        var message = Assert.Single(await Pipe.TakeAllAsync(_pipe.Storage.LabelRows));
        await _pipe.ProcessAsync(message);
        await _pipe.RunAsync("zz-second.json", RowText.Bytes(RowText.Image("r1", boxes: 2)));
        await _pipe.RunAsync("zzz-third.json", RowText.Bytes(RowText.Image("r1", boxes: 3)));
        await _pipe.Storage.LabelRowsTable.DeleteEntityAsync($"{first}-00000", "00000000", cancellationToken: Stop);
        await _pipe.ProcessAsync(message);
        await _pipe.RestAsync();

        Assert.Null(await Lines.OfAsync(_pipe.Storage, first));
        Assert.Equal((1, 0), await ComparedAsync(first));
    }

    [Fact]
    public async Task Rows_with_the_longest_keys_there_are_can_be_compared()
    {
        var long600 = string.Concat(Enumerable.Repeat("ß/+", 200));
        var text = RowText.Image("r1", dataset: long600).Replace("\"label_hash\": \"r1\"", $"\"label_hash\": \"{long600}\"", StringComparison.Ordinal)
            .Replace("\"branch_name\": \"main\"", $"\"branch_name\": \"{long600}b\"", StringComparison.Ordinal);
        await _pipe.RunAsync("keys.json", RowText.Bytes(text));
        var export = await _pipe.RunAsync("keys-again.json", RowText.Bytes(text.Replace("r1/0+", long600, StringComparison.Ordinal)));

        Assert.Equal(["added", "removed"], (await Lines.OfAsync(_pipe.Storage, export))!.Select(Lines.Kinds).Order());
        var unnamed = text.Replace($"\"label_hash\": \"{long600}\",", "", StringComparison.Ordinal)
            .Replace("\"data_hash\": \"data-r1\", \"data_type\": \"image\"", $"\"data_hash\": \"{long600}\", \"data_type\": \"image\"", StringComparison.Ordinal);
        await _pipe.RunAsync("unnamed.json", RowText.Bytes(unnamed));
        Assert.Equal((0, 1), await ComparedAsync(await _pipe.RunAsync("unnamed-again.json", RowText.Bytes(unnamed))));
    }

    [Fact]
    public async Task Who_does_not_choose_changes_gets_none_and_later_exports_are_compared_with_it()
    {
        var without = new Pipe(azurite.ConnectionString, formats: DerivativeList.Parse("none"));
        await without.RunAsync("plain.json", RowText.Bytes(RowText.Image("r1", boxes: 1)));
        var plain = await without.RunAsync("plain-again.json", RowText.Bytes(RowText.Image("r1", boxes: 2, edited: "2026-01-03 00:00:00")));
        Assert.Null(await Lines.OfAsync(_pipe.Storage, plain));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await Lines.CountsAsync(_pipe.Storage, plain)).ValueKind);

        var export = await _pipe.RunAsync("chosen.json", RowText.Bytes(RowText.Image("r1", boxes: 1, edited: "2026-01-04 00:00:00")));
        Assert.Equal(["removed"], (await Lines.OfAsync(_pipe.Storage, export))!.Select(Lines.Kinds));
    }

    private Pipe Counted(RequestCounts requests) =>
        new(azurite.ConnectionString, options => options.AddPolicy(requests, HttpPipelinePosition.PerCall));

    private async Task<(int New, int Compared)> ComparedAsync(ExportId export)
    {
        var counts = await Lines.CountsAsync(_pipe.Storage, export);
        return (counts.GetProperty("new").GetInt32(), counts.GetProperty("compared").GetInt32());
    }

    private async Task<List<TableEntity>> LabelsAsync()
    {
        var states = new List<TableEntity>();
        await foreach (var state in _pipe.Storage.LabelsTable.QueryAsync<TableEntity>(cancellationToken: Stop)) states.Add(state);
        return states;
    }

    private async Task RestoreAsync(List<TableEntity> states)
    {
        await _pipe.ClearAsync();
        foreach (var state in states) await _pipe.Storage.LabelsTable.AddEntityAsync(state, Stop);
    }
}
