using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Labels.Tests.Scanning;

public sealed class RowScannerProperties
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", "\\", "\\\"", "\\\\", ",", ":", " ", "\n", "1", "null", "text", "é", "{}", "[{\"a\":\"", "\"}]", "\u0000", "\uFEFF",
        "{\"label_hash\":1", "{ \n\"label_hash\"", "{\"label_hash\":\"a\"},", new string(' ', 31), new string(' ', 33), new string('x', 61), new string('\\', 67), new string('{', 70), new string('}', 70),
    ];

    private static readonly Gen<byte[]> NearJson = Gen.OneOf(Pieces).Array[0, 40].Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces)));

    private static readonly Gen<byte[]> Entry = Gen.Frequency((4, NearJson), (1, Gen.Byte.Array[0, 300]));

    private static readonly Gen<JsonNode?> Leaf = Gen.OneOf(
        Gen.String[Gen.OneOf('a', '"', '\\', '{', '}', '[', ']', 'é', '\n'), 0, 90].Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Int.Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Bool.Select(value => (JsonNode?)JsonValue.Create(value)),
        Gen.Const((JsonNode?)null));

    [Fact]
    public void Any_cutting_of_the_bytes_gives_the_same_rows()
    {
        Gen.Select(Entry, Gen.Int[0, 2500].Array[0, 12]).Sample((entry, cuts) => Scan.Of(entry).SameAs(Scan.Of(entry, cuts)), iter: 5_000);
        Entry.Sample(entry => Scan.Of(entry).SameAs(Scan.ByteByByte(entry)), iter: 2_000);
    }

    [Fact]
    public void Rows_never_overlap_or_leave_the_entry_whatever_the_bytes_are()
    {
        Entry.Sample(
            entry =>
            {
                var scan = Scan.Of(entry);
                var end = 0L;
                foreach (var span in scan.Spans)
                {
                    Assert.True(span.Offset >= end && span.Length > 0);
                    end = span.Offset + span.Length;
                }

                Assert.True(end <= entry.Length);
                Assert.Equal(scan.Spans.Count, scan.Count);
            },
            iter: 5_000);
    }

    [Fact]
    public void Between_the_rows_stands_nothing_but_brackets_commas_and_white_space()
    {
        Entry.Sample(
            entry =>
            {
                var outside = entry.ToList();
                foreach (var span in Scan.Of(entry).Spans.Reverse())
                    outside.RemoveRange((int)span.Offset, (int)span.Length);
                if (outside.Take(3).SequenceEqual<byte>([0xEF, 0xBB, 0xBF]))
                    outside.RemoveRange(0, 3);
                Assert.DoesNotContain(outside, value => !" \t\r\n,[]"u8.Contains(value));
            },
            iter: 5_000);
    }

    [Fact]
    public void A_row_that_loses_a_byte_costs_no_other_row()
    {
        var rows = Node(3).Array[0, 3].Select(values => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(new JsonObject(
            [KeyValuePair.Create("label_hash", (JsonNode?)"h"), .. values.Select((value, index) => KeyValuePair.Create($"k{index}", value?.DeepClone()))])));
        Gen.Select(rows.Array[1, 4], rows, rows.Array[1, 4], Gen.Int[0, 1_000_000], Gen.Byte).Sample(
            (before, damaged, after, at, value) =>
            {
                byte[] broken = [.. damaged];
                broken[at % broken.Length] = value;
                byte[] entry = [.. "["u8, .. before.SelectMany(Listed), .. broken, .. ","u8, .. after.SelectMany(Listed).SkipLast(1), .. "]"u8];
                var texts = Scan.Of(entry).Spans.Select(span => Convert.ToHexString(entry, (int)span.Offset, (int)span.Length)).ToArray();

                Assert.All(before, row => Assert.Contains(Convert.ToHexString(row), texts));
                Assert.All(after, row => Assert.Contains(Convert.ToHexString(row), texts));
            },
            iter: 1_000);

        static byte[] Listed(byte[] row) => [.. row, (byte)','];
    }

    [Fact]
    public void The_rows_of_any_list_are_its_elements()
    {
        Gen.Select(Node(3).Array[0, 8], Gen.Bool).Sample(
            (elements, indented) =>
            {
                var list = new JsonArray([.. elements.Select(element => element?.DeepClone())]);
                var entry = JsonSerializer.SerializeToUtf8Bytes<JsonNode>(list, indented ? Indented : null);
                var scan = Scan.Of(entry);

                Assert.True(scan is { IsList: true, IsWhole: true });
                Assert.Equal(elements.Length, scan.Count);
                foreach (var (element, span) in elements.Zip(scan.Spans))
                    Assert.True(JsonNode.DeepEquals(element, JsonNode.Parse(entry.AsSpan((int)span.Offset, (int)span.Length))));
                AssertTight(entry, scan.Spans);
            },
            iter: 1_000);
    }

    [Fact]
    public void Any_object_at_the_root_is_one_row()
    {
        Node(3).Array[1, 4].Sample(
            values =>
            {
                var root = new JsonObject(values.Select((value, index) => KeyValuePair.Create($"k{index}", value?.DeepClone())));
                var entry = JsonSerializer.SerializeToUtf8Bytes<JsonNode>(root);
                var scan = Scan.Of(entry);

                Assert.True(scan is { IsList: false, IsWhole: true });
                Assert.Equal([new RowSpan(0, entry.Length)], scan.Spans);
            },
            iter: 500);
    }

    private static Gen<JsonNode?> Node(int depth) => depth == 0 ? Leaf : Gen.Frequency(
        (1, Leaf),
        (2, Node(depth - 1).Array[0, 4].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())]))),
        (3, Node(depth - 1).Array[0, 4].Select(items => (JsonNode?)new JsonObject(
            items.Select((item, index) => KeyValuePair.Create($"key \"{index}\" \\ }}]", item?.DeepClone()))))));

    private static void AssertTight(byte[] entry, IReadOnlyList<RowSpan> spans) =>
        Assert.All(spans, span => Assert.False(char.IsWhiteSpace((char)entry[span.Offset]) || char.IsWhiteSpace((char)entry[span.Offset + span.Length - 1])));
}
