using CsCheck;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Sample;

public sealed class ReadBackTests
{
    [Fact]
    public Task Whatever_is_written_is_read_back_as_it_was_meant() =>
        RandomRows.All.SampleAsync(row => ReadBack.AgreesAsync(row, TestContext.Current.CancellationToken), iter: 400, print: row => System.Text.Encoding.UTF8.GetString(row.Json.Span));

    [Fact]
    public async Task Every_row_of_the_sample_is_read_back_as_it_was_meant()
    {
        foreach (var row in Entries.SampleRowsOf(SampleExport.Create()))
            await ReadBack.AgreesAsync(row, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_rows_of_a_load_export_are_read_back_as_they_were_meant()
    {
        var load = LoadExport.Create(4, 50, seed: 3);
        for (var ordinal = 0; ordinal < 4; ordinal++)
            await ReadBack.AgreesAsync(load.Row(ordinal), TestContext.Current.CancellationToken);
    }
}
