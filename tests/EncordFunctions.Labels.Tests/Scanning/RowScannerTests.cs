using System.Text;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Labels.Tests.Scanning;

public sealed class RowScannerTests
{
    [Fact]
    public void Each_element_of_a_list_is_a_row()
    {
        Assert.Equal(["{\"a\":1}", "{\"b\":[{}]}", "{}"], Scan.Texts("[{\"a\":1},{\"b\":[{}]},{}]"));
    }

    [Fact]
    public void An_object_at_the_root_is_one_row_and_no_list()
    {
        var scan = Scan.Of("  {\"a\":{\"b\":[]}}\n"u8.ToArray());

        Assert.Equal([new RowSpan(2, 14)], scan.Spans);
        Assert.False(scan.IsList);
        Assert.True(scan.IsWhole);
    }

    [Fact]
    public void White_space_around_elements_belongs_to_no_row()
    {
        Assert.Equal(["{}", "{ }"], Scan.Texts("\r\n[\t{} ,\n { } \n]\n\n"));
    }

    [Fact]
    public void A_byte_order_mark_is_skipped_and_offsets_count_it()
    {
        var scan = Scan.Of([0xEF, 0xBB, 0xBF, .. "[{}]"u8]);

        Assert.Equal([new RowSpan(4, 2)], scan.Spans);
        Assert.True(scan.IsWhole);
    }

    [Theory]
    [InlineData(0xEF)]
    [InlineData(0xEF, 0xBB)]
    [InlineData(0xEF, 0x20, 0x5B)]
    [InlineData(0xEF, 0xBB, 0x7B, 0x7D)]
    public void Half_a_byte_order_mark_is_a_fault_from_the_first_byte(params int[] bytes)
    {
        var scan = Scan.Of([.. bytes.Select(value => (byte)value)]);

        Assert.Equal([new RowSpan(0, bytes.Length)], scan.Spans);
        Assert.False(scan.IsWhole);
    }

    [Theory]
    [InlineData("[\"}\",{\"a\":\"]}{[\"},{}]", "\"}\"", "{\"a\":\"]}{[\"}", "{}")]
    [InlineData("[{\"a\":\"\\\"}\"},{}]", "{\"a\":\"\\\"}\"}", "{}")]
    [InlineData("[{\"a\\\\\":\"\\\\\"},{}]", "{\"a\\\\\":\"\\\\\"}", "{}")]
    [InlineData("[\"\\\\\",\"\\\"\"]", "\"\\\\\"", "\"\\\"\"")]
    public void Brackets_and_quotes_inside_strings_count_for_nothing(string entry, params string[] rows)
    {
        Assert.Equal(rows, Scan.Texts(entry));
    }

    [Theory]
    [InlineData("[{\"label_hash\":1},{\"label_hash\":2,\"a\":{, {\"label_hash\":3}, {\"label_hash\":4}]", "{\"label_hash\":1}", "{\"label_hash\":2,\"a\":{", "{\"label_hash\":3}", "{\"label_hash\":4}")]
    [InlineData("[{\"label_hash\":\"2},{\"label_hash\":\"3\"} , {\"label_hash\":\"4\"}]", "{\"label_hash\":\"2}", "{\"label_hash\":\"3\"}", "{\"label_hash\":\"4\"}")]
    [InlineData("[{\"label_hash\":{,{\"label_hash\":{,{\"label_hash\":3}]", "{\"label_hash\":{", "{\"label_hash\":{", "{\"label_hash\":3}")]
    [InlineData("[[\"label_hash\":1,\"a\":[]},{\"label_hash\":2}]", "[\"label_hash\":1,\"a\":[]}", "{\"label_hash\":2}")]
    [InlineData("[\uFEFF{\"label_hash\":2},\n{ \"label_hash\":3 }\n]\n", "\uFEFF", "{\"label_hash\":2}", "{ \"label_hash\":3 }")]
    [InlineData("[{\"label_hash\":1}}, {\"label_hash\":2}, rest", "{\"label_hash\":1}", "}", "{\"label_hash\":2}", ", rest")]
    [InlineData("[{\"label_hash\":1} {\"label_hash\":2}]", "{\"label_hash\":1}", "{\"label_hash\":2}")]
    public void Rows_behind_a_broken_one_are_found_by_their_first_member(string entry, params string[] rows)
    {
        Assert.Equal(rows, Scan.Texts(entry));
    }

    [Fact]
    public void A_comma_that_is_missing_costs_no_row_and_its_place_is_known()
    {
        var entry = "[{\"a\":1} {\"b\":2}{\"c\":3},{}]"u8.ToArray();

        Assert.Equal(["{\"a\":1}", "{\"b\":2}", "{\"c\":3}", "{}"], Scan.Texts(Encoding.UTF8.GetString(entry)));
        Assert.Equal(9, Scan.Of(entry).MissingComma);
        Assert.Null(Scan.Of("[{},{}]"u8.ToArray()).MissingComma);
    }

    [Fact]
    public void A_row_inside_a_row_is_none_while_the_row_around_it_closes()
    {
        string[] rows = ["{\"label_hash\":1,\"children\":[{\"label_hash\":2},{\"label_hash\":3}]}", "{\"label_hash\":4}"];

        Assert.Equal(rows, Scan.Texts($"[{rows[0]},{rows[1]}]"));
        Assert.Equal(["{", rows[0], rows[1]], Scan.Texts($"[{{,{rows[0]},{rows[1]}]"));
    }

    [Fact]
    public void Elements_that_are_no_objects_are_rows_too()
    {
        Assert.Equal(["1", "\"two\"", "true", "[3,[4]]", "null", "-5.5e3"], Scan.Texts("[1,\"two\" , true,[3,[4]],null,-5.5e3]"));
    }

    [Theory]
    [InlineData("17")]
    [InlineData("\"text\"")]
    public void A_scalar_at_the_root_is_one_row(string entry)
    {
        var scan = Scan.Of(Encoding.UTF8.GetBytes(entry));

        Assert.Equal([new RowSpan(0, entry.Length)], scan.Spans);
        Assert.True(scan.IsWhole);
    }

    [Theory]
    [InlineData("{\"a\":nope,}")]
    [InlineData("{\"a\":[1,2}")]
    [InlineData("{\"a\":1]}")]
    [InlineData("{a b c}")]
    public void A_broken_row_whose_braces_balance_is_cut_out_alone(string broken)
    {
        Assert.Equal(["{\"r\":0}", broken, "{\"r\":2}"], Scan.Texts($"[{{\"r\":0}},{broken},{{\"r\":2}}]"));
    }

    [Theory]
    [InlineData("[{},{\"a\":{\"b\":1},{}]", "{}", "{\"a\":{\"b\":1},{}]")]
    [InlineData("[{},{\"a\":\"b}]", "{}", "{\"a\":\"b}]")]
    [InlineData("[{},\"abc", "{}", "\"abc")]
    [InlineData("[{},tru", "{}", "tru")]
    [InlineData("{\"a\":", "{\"a\":")]
    public void A_row_that_never_closes_is_handed_on_as_it_stands(string entry, params string[] rows)
    {
        Assert.Equal(rows, Scan.Texts(entry));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(40)]
    public void Rows_that_never_close_are_handed_on_one_by_one_however_many_there_are(int count)
    {
        string[] rows = [.. Enumerable.Range(0, count).Select(static i => $$"""{"label_hash":"{{i}}","data_units":{""")];
        var entry = $"[{string.Join(',', rows)},{{\"label_hash\":\"whole\"}}]";

        Assert.Equal([.. rows, """{"label_hash":"whole"}"""], Scan.Texts(entry));
        var bytes = Encoding.UTF8.GetBytes(entry);
        Assert.True(Scan.ByteByByte(bytes).SameAs(Scan.Of(bytes)));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(32, 2)]
    [InlineData(33, 1)]
    public void Behind_a_row_that_never_closes_one_begins_with_a_brace_and_its_hash_at_most_32_blanks_further(int blanks, int rows)
    {
        var bytes = Encoding.UTF8.GetBytes($$"""[{"label_hash":"a","data_units":{,{{{new string(' ', blanks)}}"label_hash":"b"}]""");

        Assert.Equal(rows, Scan.Of(bytes).Spans.Count);
        Assert.True(Scan.ByteByByte(bytes).SameAs(Scan.Of(bytes)));
    }

    [Theory]
    [InlineData("[{},,{}]", "{}", ",{}]")]
    [InlineData("[,{}]", ",{}]")]
    [InlineData("[{},]", "{}", "]")]
    [InlineData("[{}}, {}]", "{}", "}, {}]")]
    [InlineData("[{}:1]", "{}", ":1]")]
    [InlineData("[{}] tail", "{}", "tail")]
    [InlineData("[{}][{}]", "{}", "[{}]")]
    [InlineData("{}\n{}\n", "{}", "{}\n")]
    [InlineData("[nul{\"a\":1},{}]", "nul{\"a\":1},{}]")]
    [InlineData("<html><body class=\"x\"></body></html>", "<html><body", "class=\"x\"></body></html>")]
    [InlineData("]", "]")]
    [InlineData("1,2", "1", ",2")]
    public void Garbage_makes_the_rest_one_faulty_row(string entry, params string[] rows)
    {
        Assert.Equal(rows, Scan.Texts(entry));
        Assert.False(Scan.Of(Encoding.UTF8.GetBytes(entry)).IsWhole);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF \n")]
    public void An_entry_of_white_space_is_empty_and_has_no_rows(string entry)
    {
        var scan = Scan.Of(Encoding.UTF8.GetBytes(entry));

        Assert.Empty(scan.Spans);
        Assert.True(scan.IsEmpty);
        Assert.False(scan.IsWhole);
    }

    [Fact]
    public void An_empty_list_is_whole_and_has_no_rows()
    {
        var scan = Scan.Of(" [ ] "u8.ToArray());

        Assert.Empty(scan.Spans);
        Assert.True(scan is { IsList: true, IsWhole: true, IsEmpty: false, Count: 0 });
    }

    [Theory]
    [InlineData("[{}")]
    [InlineData("[{},")]
    [InlineData("[")]
    public void A_list_that_is_cut_between_rows_is_not_whole(string entry)
    {
        var scan = Scan.Of(Encoding.UTF8.GetBytes(entry));

        Assert.False(scan.IsWhole);
        Assert.Equal(entry.Contains('{') ? 1 : 0, scan.Count);
    }

    [Fact]
    public void Nesting_as_deep_as_the_entry_is_counted()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 200_000)) + "1" + new string('}', 200_000);

        Assert.Equal([deep, "{}"], Scan.Texts($"[{deep},{{}}]"));
    }

    [Fact]
    public void Scanning_keeps_no_bytes()
    {
        var scanner = new RowScanner();
        var rows = new List<RowSpan>(4);
        var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"k\":[1,\"\\u00e9\"]}", 4096)) + ",");
        scanner.Push("{"u8, rows);
        scanner.Push(piece, rows);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var push = 0; push < 200; push++)
            scanner.Push(piece, rows);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1024);
        Assert.Empty(rows);
    }
}
