using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Scanning;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

/// <summary>Entries as an editor may have saved them, and bytes that no editor writes.</summary>
public sealed class ForeignEncodings
{
    private static readonly string Rows = $"[{Row.Image(Row.Object("a", Row.Box))},{Row.Image(Row.Object("b", Row.Box))}]";

    public static TheoryData<string> NotUtf8 => ["utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(NotUtf8))]
    public async Task An_entry_of_wide_characters_is_rejected_with_or_without_its_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        foreach (byte[] entry in (byte[][])[[.. encoding.GetPreamble(), .. encoding.GetBytes(Rows)], encoding.GetBytes(Rows)])
        {
            var readings = await ReadAsync(entry);

            Assert.NotEmpty(readings);
            Assert.All(readings, reading => Assert.Equal(IssueCatalogue.MalformedJson, Assert.Single(Assert.IsType<RowIndexing.Unreadable>(reading.Indexing).Issues).Code));
        }
    }

    [Fact]
    public async Task A_byte_order_mark_of_utf8_changes_nothing()
    {
        var marked = await ReadAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Rows)]);

        Assert.Equal(["a", "b"], marked.Select(reading => reading.Only.ObjectHash));
        Assert.All(marked, reading => Assert.Empty(reading.AllIssues));
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udfff")]
    [InlineData("\\udc00\\ud800")]
    [InlineData("\\ud800\\u0041")]
    [InlineData("\\ud800\\ud800\\udc00")]
    public void Half_a_pair_is_replaced_wherever_it_stands(string half)
    {
        var row = Row.Image(Row.Object($"a{half}", $"{Row.Box},\"{half}\":\"{half}\",\"lastEditedBy\":\"{half}\"")).Replace("\"image\"", $"\"image\",\"data_title\":\"{half}\"", StringComparison.Ordinal);

        var reading = Reading.Of(row);

        Assert.StartsWith("a\ufffd", reading.Only.ObjectHash, StringComparison.Ordinal);
        Assert.Contains(reading.AllIssues, issue => issue.Code == IssueCatalogue.TextNotUtf8);
    }

    [Fact]
    public async Task A_zero_byte_outside_a_text_costs_its_row_alone_and_an_escaped_one_costs_nothing()
    {
        var broken = Rows.Replace("\"object_answers\"", "\0\"object_answers\"", StringComparison.Ordinal);
        var readings = await ReadAsync(Encoding.UTF8.GetBytes($"[{Row.Image(Row.Object("first", Row.Box))},{broken[1..]}"));
        Assert.Equal(3, readings.Count);
        Assert.Equal("first", readings[0].Only.ObjectHash);
        Assert.All(readings.Skip(1), reading => Assert.IsType<RowIndexing.Unreadable>(reading.Indexing));

        Assert.Equal("a\0b", Reading.Of(Row.Image(Row.Object("a\\u0000b", Row.Box))).Only.ObjectHash);
    }

    [Theory]
    [InlineData("0.", "", true)]
    [InlineData("", "", false)]
    [InlineData("0.5", "e-1", true)]
    [InlineData("-", "", false)]
    [InlineData("1e", "", false)]
    public void A_number_of_ten_thousand_digits_is_read_or_refused_and_its_neighbours_are_there(string before, string after, bool isGood)
    {
        var number = $"{before}{new string('1', 10_000)}{after}";

        var reading = Reading.Of(Row.Image(
            Row.Object("a", Row.Box), Row.Object("long", $"\"shape\":\"point\",\"point\":{{\"0\":{{\"x\":{number},\"y\":0.5}}}}"), Row.Object("b", Row.Box)));

        Assert.Equal(isGood ? ["a", "long", "b"] : ["a", "b"], reading.Annotations.Select(annotation => annotation.ObjectHash));
        Assert.All(reading.AllIssues, issue => Assert.InRange(issue.Message.Length, 1, 500));
    }

    [Fact]
    public async Task An_entry_cut_off_after_any_hundredth_keeps_the_rows_before_the_cut()
    {
        var row = RichRow.Of();
        var entry = Encoding.UTF8.GetBytes($"[{string.Join(",", Enumerable.Repeat(row, 5))}]");
        var rowLength = Encoding.UTF8.GetByteCount(row);

        for (var hundredth = 0; hundredth < 100; hundredth++)
        {
            var cut = entry[..(entry.Length * hundredth / 100)];
            var readings = await ReadAsync(cut);

            var whole = Math.Max(0, cut.Length - 1) / (rowLength + 1);
            Assert.InRange(readings.Count, whole, whole + 1);
            Assert.All(readings.Take(whole), reading => Assert.IsType<RowIndexing.Readable>(reading.Indexing));
            Assert.All(readings.Skip(whole + 1), reading => Assert.IsType<RowIndexing.Unreadable>(reading.Indexing));
        }
    }

    private static async Task<IReadOnlyList<Reading>> ReadAsync(byte[] entry)
    {
        var readings = new List<Reading>();
        foreach (var span in Scan.Of(entry).Spans)
        {
            var row = entry[(int)span.Offset..(int)(span.Offset + span.Length)];
            readings.Add(await Reading.OfAsync(row, new RowPlace("e.json", span.Offset, ""), bytes => new MemoryStream(bytes)));
        }
        return readings;
    }
}
