using System.Text;
using CsCheck;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

public sealed class RejectedRows
{
    [Theory]
    [InlineData("17", "a number")]
    [InlineData("\"row\"", "a text")]
    [InlineData("null", "null")]
    [InlineData("[1,2]", "a list")]
    [InlineData("{}", "an empty object")]
    [InlineData("""{"images":[],"annotations":[{"id":1}],"categories":[]}""", "a COCO file")]
    [InlineData("""{"objects":[],"classifications":[]}""", "an ontology")]
    [InlineData("""{"foo":1,"bar":2}""", "foo, bar")]
    public void Something_that_is_no_label_row_is_said_to_be_what_it_looks_like(string json, string expected)
    {
        var issue = Rejected(json);

        Assert.Equal(IssueCatalogue.NotALabelRow, issue.Code);
        Assert.Contains(expected, issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"label_hash":"l","data_type":"image"}""", "EL003")]
    [InlineData("""{"label_hash":"l","data_type":"image","data_units":null}""", "EL003")]
    [InlineData("""{"label_hash":"l","data_type":"image","data_units":[]}""", "EL003")]
    [InlineData("""{"label_hash":"l","data_type":"image","data_units":7,"spaces":null}""", "EL003")]
    public void A_row_without_what_every_row_has_is_rejected(string json, string code) => Assert.Equal(code, Rejected(json).Code.Id);

    [Theory]
    [InlineData("""{"label_hash":"l","data_units":{"u":{]}}""", 37)]
    [InlineData("""{"label_hash":"l",}""", 18)]
    [InlineData("""{"label_hash":"l" "x":1}""", 18)]
    [InlineData("""{"label_hash":NaN}""", 14)]
    [InlineData("""{"a":01}""", 6)]
    [InlineData("""{"a":1.}""", 7)]
    [InlineData("""{"a":"\x"}""", 7)]
    [InlineData("""{"a":tru}""", 8)]
    [InlineData("""{"a":[1,2}""", 9)]
    [InlineData("""{"a":1""", 6)]
    [InlineData("", 0)]
    [InlineData("{} x", 3)]
    public void Broken_json_is_rejected_at_the_exact_byte(string json, int offset)
    {
        var issue = Rejected(json, new RowPlace("export/rows.json", 1000, "/7"));

        Assert.Equal((IssueCatalogue.MalformedJson, 1000L + offset, "export/rows.json"), (issue.Code, issue.Offset, issue.Entry));
        Assert.StartsWith("/7", issue.Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_hash_that_was_read_before_the_fault_is_known()
    {
        var issue = Rejected("""{"label_hash":"l-7","data_units":oops}""");

        Assert.Equal("l-7", issue.LabelHash);
    }

    [Fact]
    public void Nesting_beyond_all_reason_is_a_fault_and_no_overflow()
    {
        var issue = Rejected($"{{\"a\":{new string('[', 100_000)}");

        Assert.Equal(IssueCatalogue.MalformedJson, issue.Code);
    }

    [Fact]
    public void A_row_cut_off_anywhere_is_rejected_at_its_end()
    {
        var row = Row.With($"{Row.Box},\"note\":\"tab\\t\\u00e9\",\"n\":-1.5e+3,\"t\":true");

        for (var length = 0; length < row.Length; length++)
        {
            var issue = Rejected(row[..length]);
            Assert.Equal((IssueCatalogue.MalformedJson, (long)length), (issue.Code, issue.Offset));
        }
    }

    [Fact]
    public async Task A_byte_that_breaks_the_row_is_named_wherever_it_is()
    {
        var bytes = Encoding.UTF8.GetBytes(Row.With(Row.Box));
        await Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Int[1, 40]).SampleAsync(
            async (at, chunk) =>
            {
                var broken = (byte[])bytes.Clone();
                broken[at] = 0x01;
                var reading = await Reading.OfAsync(broken, new RowPlace("e", 0, ""), json => new ChunkedStream(json, _ => chunk));
                var issue = Assert.Single(Assert.IsType<RowIndexing.Unreadable>(reading.Indexing).Issues);
                Assert.Equal((IssueCatalogue.MalformedJson, (long)at), (issue.Code, issue.Offset));
            },
            iter: 300);
    }

    private static Issue Rejected(string json) => Rejected(json, new RowPlace("row.json", 0, ""));

    private static Issue Rejected(string json, RowPlace place) =>
        Assert.Single(Assert.IsType<RowIndexing.Unreadable>(Reading.Of(json, place).Indexing).Issues);
}
