using Azure.Core;
using Azure.Data.Tables;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Rows;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Tests.Running;
using EncordFunctions.Pipeline.Tests.Running.Memory;

namespace EncordFunctions.Pipeline.Tests.Tables;

/// <summary>The verdicts of an export's rows, by shards.</summary>
public sealed class VerdictsTableTests
{
    private static readonly ExportId Id = ExportId.Of("exports", "a.zip", "1");
    private static readonly ExportId Namesake = ExportId.Of("exports", $"{Id}.zip", "1");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Verdict.Done, Verdict.Failed, Verdict.Done)]
    [InlineData(Verdict.Rejected, Verdict.Done, Verdict.Rejected)]
    [InlineData(Verdict.Failed, Verdict.Done, Verdict.Done)]
    public async Task A_verdict_is_final_but_for_Failed(Verdict first, Verdict second, Verdict standing)
    {
        var verdicts = new VerdictsTable((await MemoryStorage.CreateAsync()).Connect().LabelRowsTable);

        Assert.True(await verdicts.WriteAsync(Row(Id, 91, first), Stop));
        Assert.False(await verdicts.WriteAsync(Row(Id, 91, second), Stop));

        Assert.Equal(standing, (await verdicts.FindAsync(Id, 91, Stop))!.Verdict);
        Assert.Null(await verdicts.FindAsync(Id, 1, Stop));
    }

    [Theory]
    [InlineData("PUT", false, Verdict.Rejected, false)]
    [InlineData("PUT", true, Verdict.Done, true)]
    [InlineData("GET", true, Verdict.Done, true)]
    public async Task A_verdict_that_is_replaced_or_deleted_meanwhile_is_looked_at_again(string before, bool isDeleted, Verdict standing, bool added)
    {
        var account = await MemoryStorage.CreateAsync();
        var table = account.Connect().LabelRowsTable;
        await new VerdictsTable(table).WriteAsync(Row(Id, 5, Verdict.Failed), Stop);
        var faster = new BeforeFirst(
            request => request.Method == new RequestMethod(before),
            () => isDeleted
                ? table.DeleteEntityAsync(Row(Id, 5, Verdict.Failed).PartitionKey, "00000005", cancellationToken: Stop)
                : new VerdictsTable(table).WriteAsync(Row(Id, 5, Verdict.Rejected), Stop));
        var slower = new VerdictsTable(account.Connect(options => options.AddPolicy(faster, HttpPipelinePosition.PerCall)).LabelRowsTable);

        Assert.Equal(added, await slower.WriteAsync(Row(Id, 5, Verdict.Done), Stop));

        Assert.Equal(standing, (await slower.FindAsync(Id, 5, Stop))!.Verdict);
    }

    [Fact]
    public async Task A_verdict_the_service_would_not_take_is_refused_before_it_is_sent()
    {
        var verdicts = await FilledAsync();
        var row = Row(Id, 1, Verdict.Done);
        row["Fragment"] = new byte[StorageLimits.BinaryBytes + 1];

        await Assert.ThrowsAsync<StorageLimitException>(() => verdicts.WriteAsync(row, Stop));

        Assert.Null(await verdicts.FindAsync(Id, 1, Stop));
    }

    [Fact]
    public async Task Counting_rows_and_shards_asks_for_their_keys_alone()
    {
        var asked = new List<string>();
        var hearing = new BeforeFirst(
            request =>
            {
                asked.Add(Uri.UnescapeDataString(request.Uri.Query));
                return false;
            },
            static () => Task.CompletedTask);
        var storage = (await MemoryStorage.CreateAsync()).Connect(options => options.AddPolicy(hearing, HttpPipelinePosition.PerCall));
        var verdicts = new VerdictsTable(storage.LabelRowsTable);

        await verdicts.CountAsync(Id, 0, Stop);
        await new ExportsTable(storage.ExportsTable).CountShardsAsync(Id, Stop);
        await verdicts.StandingAsync(Id, 1, Stop);

        Assert.Equal(
            ["$select=RowKey", "$select=RowKey", "$select=PartitionKey,RowKey"],
            asked.Select(static query => query[query.IndexOf("$select=", StringComparison.Ordinal)..].Split('&')[0]));
    }

    [Fact]
    public async Task Failed_rows_are_read_without_the_others()
    {
        var verdicts = await FilledAsync(0, 1);
        await verdicts.WriteAsync(Row(Id, 2, Verdict.Failed), Stop);

        Assert.Equal(2, (await verdicts.ReadFailedAsync(Id, Stop).SingleAsync(Stop)).Ordinal);
    }

    [Fact]
    public async Task The_verdicts_of_an_export_are_its_own_and_in_order()
    {
        var verdicts = await FilledAsync(0, 89, 90, 95, 1_000);
        await verdicts.WriteAsync(Row(Namesake, 2, Verdict.Done), Stop);

        Assert.Equal([0, 89, 90, 95, 1_000], await verdicts.ReadAsync(Id, Stop).Select(static row => row.Ordinal).ToListAsync(Stop));
        Assert.Equal((2, 2, 0), (await verdicts.CountAsync(Id, 0, Stop), await verdicts.CountAsync(Id, 1, Stop), await verdicts.CountAsync(Id, 2, Stop)));
    }

    [Fact]
    public async Task Which_rows_have_a_verdict_is_told_of_the_first_ones()
    {
        var verdicts = await FilledAsync(0, 2, 3, 200);

        Assert.Equal([true, false, true], (await verdicts.StandingAsync(Id, 3, Stop)).Cast<bool>());
    }

    [Fact]
    public async Task A_verdict_is_new_from_the_moment_it_was_written()
    {
        var now = new FixedTime().GetUtcNow();
        var verdicts = await FilledAsync(0);

        Assert.True(await verdicts.AnySinceAsync(Id, now.AddMinutes(-1), Stop));
        Assert.False(await verdicts.AnySinceAsync(Id, now.AddMinutes(1), Stop));
        Assert.False(await verdicts.AnySinceAsync(Namesake, now.AddMinutes(-1), Stop));
    }

    [Fact]
    public async Task Fragments_are_read_only_by_who_asks_for_them()
    {
        var verdicts = await FilledAsync(0);

        var counted = await verdicts.ReadCountsAsync(Id, Stop).SingleAsync(Stop);
        var summed = await verdicts.ReadAsync(Id, Stop).SingleAsync(Stop);
        var fragment = await verdicts.ReadFragmentsAsync(Id, Stop).SingleAsync(Stop);
        var whole = new VerdictRow(await verdicts.ReadWholeAsync(Id, Stop).SingleAsync(Stop));

        Assert.Equal([null, null, [1, 2, 3], [1, 2, 3]], new[] { counted, summed, fragment, whole }.Select(static row => row.Fragment));
        Assert.All([counted, summed, fragment, whole], static row => Assert.Equal(
            (1, 2, 3, 4, 5, 6, 7), (row.Annotations, row.Classifications, row.Masks, row.Errors, row.Warnings, row.Files, row.FragmentBytes)));
        Assert.Equal([null, "Why.", null, "Why."], new[] { counted, summed, fragment, whole }.Select(static row => row.Reason));
        Assert.Equal((8, 9, "codes", "shapes", "classes", "ledger"),
            (summed.AnnotationsSkipped, summed.ClassificationsSkipped, summed.IssueCodes, summed.Shapes, summed.Classes, summed.Ledger));
        Assert.Equal(("changes", "label", "branch", "data"), (summed.Changes, summed.LabelHash, summed.BranchName, summed.DataHash));
        Assert.Equal(whole.Pointer(Id), summed.Pointer(Id));
    }

    [Fact]
    public async Task Groups_are_the_rows_that_have_children()
    {
        var verdicts = await FilledAsync(0, 1);
        var group = Row(Id, 100, Verdict.Done);
        group[ChildrenColumn.Count] = 1L;
        await verdicts.WriteAsync(group, Stop);

        Assert.Equal(100, (await verdicts.ReadGroupsAsync(Id, Stop).SingleAsync(Stop)).Ordinal);
    }

    private static async Task<VerdictsTable> FilledAsync(params int[] ordinals)
    {
        var verdicts = new VerdictsTable((await MemoryStorage.CreateAsync()).Connect().LabelRowsTable);
        foreach (var ordinal in ordinals) await verdicts.WriteAsync(Row(Id, ordinal, Verdict.Done), Stop);
        return verdicts;
    }

    private static TableEntity Row(ExportId export, int ordinal, Verdict verdict)
    {
        var row = VerdictRow.Begin(new RowMessage(export.Value, ordinal, 4, "a.json", 2, 10, 20, "coco", Ontology: true), verdict);
        var count = 1L;
        foreach (var name in (string[])["Annotations", "Classifications", "Masks", "Errors", "Warnings", "Files", "FragmentBytes", "AnnotationsSkipped", "ClassificationsSkipped"])
            row[name] = count++;
        row["Fragment"] = new byte[] { 1, 2, 3 };
        (row["Reason"], row["IssueCodes"], row["Shapes"], row["Classes"], row["Ledger"]) = ("Why.", "codes", "shapes", "classes", "ledger");
        (row["Changes"], row["LabelHash"], row["BranchName"], row["DataHash"]) = ("changes", "label", "branch", "data");
        return row;
    }
}
