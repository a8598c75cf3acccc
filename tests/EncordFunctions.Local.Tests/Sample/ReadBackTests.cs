using System.Text;
using CsCheck;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Sample;

public sealed class ReadBackTests
{
    [Fact]
    public Task Whatever_is_written_is_read_back_as_it_was_meant() =>
        RandomRows.All.SampleAsync(
            row => ReadBack.AgreesAsync(row, TestContext.Current.CancellationToken, RandomRows.MayBeSaid), iter: 400, print: row => Encoding.UTF8.GetString(row.Json.Span));

    [Fact]
    public async Task Every_row_of_the_sample_is_read_back_as_it_was_meant()
    {
        foreach (var row in Entries.SampleRowsOf(SampleExport.Create()))
            await ReadBack.AgreesAsync(row, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_rows_of_a_load_export_are_read_back_as_they_were_meant()
    {
        // Every fourth image is a small one, and comparing masks pixel by pixel takes its time.
        var load = LoadExport.Create(6, 50, seed: 3);
        foreach (var ordinal in (int[])[1, 5])
            await ReadBack.AgreesAsync(load.Row(ordinal), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Objects_that_can_not_be_used_are_named_and_the_others_of_their_row_are_kept()
    {
        var row = FaultyRows()[1];

        await ReadBack.AgreesAsync(row, TestContext.Current.CancellationToken);

        var skipped = (await ReadBack.EventsOf(row.Json, TestContext.Current.CancellationToken)).OfType<RowEvent.AnnotationSkipped>();
        Assert.Equal([IssueCatalogue.CoordinateImpossible, IssueCatalogue.MaskTooSmall], skipped.Select(one => one.Issue.Code));
    }

    [Fact]
    public async Task A_row_broken_in_the_middle_is_refused_at_the_byte_where_it_breaks()
    {
        var row = FaultyRows()[2];

        var indexing = await new LabelRowReader(new RowPlace("labels.json", 1000, "/2")).IndexAsync(
            new MemoryStream(row.Json.ToArray()), TestContext.Current.CancellationToken);

        var issue = Assert.Single(Assert.IsType<RowIndexing.Unreadable>(indexing).Issues);
        Assert.Equal((IssueCatalogue.MalformedJson, 1000L + row.Json.Span.IndexOf((byte)';')), (issue.Code, issue.Offset));
    }

    /// <summary>The list of the second sample, cut by its separators: it is no JSON that a parser could cut.</summary>
    private static SampleRow[] FaultyRows()
    {
        var export = SampleExport.CreateWithFault();
        var rows = Entries.TextOf(export).Single()[1..^1].Split(",\n");
        return [.. rows.Zip(export.Truth.Rows, static (row, truth) => new SampleRow(Encoding.UTF8.GetBytes(row), truth))];
    }
}
