using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Labels.Tests.Rows;

/// <summary>Rows that are made while they are read: larger than memory should be. Alone, since the pools are the whole process's.</summary>
[Collection(nameof(MemoryHeld))]
public sealed class EndlessValues
{
    private const int Piece = 1 << 16;

    // Past the longest value that is held, which is 64 MiB.
    private static readonly long Length = LongForm.IsOn ? 1L << 30 : (64L << 20) + Piece;

    private static readonly string Letters = new('x', Piece);

    // The window doubles until it holds the longest value: 256 MiB in all, twice where it's read twice, and its texts.
    private const long MostAllocated = 700L << 20;

    [Theory]
    [InlineData("\"novelty\":\"", "\",", true)]
    [InlineData("\"data_title\":\"", "\",", true)]
    [InlineData("\"note\":\"", "\",", false)]
    [InlineData("\"createdBy\":\"", "\",", false)]
    [InlineData("\"bitmask\":{\"top\":0,\"left\":0,\"width\":3,\"height\":2,\"rleString\":\"", "\"},", false)]
    public async Task A_text_of_a_gigabyte_costs_what_it_stands_in_and_nothing_beside_it(string begin, string end, bool isOfRow)
    {
        var row = Row.Image(Row.Object("a", Row.Box), Row.Object("long", Row.Box), Row.Object("b", Row.Box));
        var at = isOfRow ? 1 : row.IndexOf("\"objectHash\":\"long\"", StringComparison.Ordinal);
        Stream Open() => new GeneratedStream(
            GeneratedStream.Same(row[..at] + begin), GeneratedStream.Same(Letters, Length / Piece), GeneratedStream.Same(end + row[at..]));

        var (reading, allocated) = await ReadAsync(Open);

        Assert.Contains("EL009", reading.AllIssues.Select(issue => issue.Code.Id));
        Assert.Equal(isOfRow ? ["a", "long", "b"] : ["a", "b"], reading.Annotations.Select(annotation => annotation.ObjectHash));
        Assert.InRange(allocated, 0, MostAllocated);
    }

    [Theory]
    [InlineData("{\"")]
    [InlineData("{\"label_hash\":\"l\",\"data_units\":{\"")]
    [InlineData("{\"label_hash\":\"l\",\"data_units\":{\"u\":{\"labels\":{\"objects\":[{\"")]
    public async Task A_name_of_a_gigabyte_rejects_the_row_where_it_passes_a_megabyte(string begin)
    {
        var (reading, allocated) = await ReadAsync(() => new GeneratedStream(GeneratedStream.Same(begin), GeneratedStream.Same(Letters, Length / Piece)));

        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal(("EL001", begin.Length + (1L << 20)), (issue.Code.Id, issue.Offset));
        Assert.InRange(allocated, 0, 16 << 20);
    }

    [Fact]
    public async Task A_row_of_millions_of_keys_is_read_to_its_end()
    {
        var keys = LongForm.IsOn ? 10_000_000L : 100_000;
        var row = Row.Image(Row.Object("a", Row.Box));
        Stream Open() => new GeneratedStream(
            GeneratedStream.Same("{"), (number => $"\"key {number}\":{{}},", keys), GeneratedStream.Same(row[1..]));

        var (reading, allocated) = await ReadAsync(Open);

        Assert.Equal("a", reading.Only.ObjectHash);
        Assert.InRange(reading.AllIssues.Count, 1, 500);
        Assert.InRange(allocated, 0, (keys * 1_000) + (32 << 20));
    }

    [Fact]
    public async Task A_row_of_millions_of_objects_is_streamed()
    {
        // 4 GB in the long form.
        var objects = LongForm.IsOn ? 27_000_000L : 200_000;
        var row = Row.Image(Row.Object("a", Row.Box));
        var at = row.IndexOf("{\"objectHash\"", StringComparison.Ordinal);
        var (start, end) = (row[..at], row[at..]);
        var reader = new LabelRowReader(new RowPlace("rows.json", 0, ""));
        Stream Open() => new GeneratedStream(
            GeneratedStream.Same(start), (number => $"{Row.Object($"o{number}", Row.Box)},", objects), GeneratedStream.Same(end));

        var index = Assert.IsType<RowIndexing.Readable>(await reader.IndexAsync(Open(), TestContext.Current.CancellationToken)).Index;
        var (read, held, before) = (0L, 0L, GC.GetTotalMemory(forceFullCollection: true));
        await foreach (var next in reader.ReadAsync(Open(), index, TestContext.Current.CancellationToken))
        {
            if (next is not RowEvent.AnnotationRead) continue;
            if (++read % 100_000 == 0) held = Math.Max(held, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(objects + 1, read);
        Assert.InRange(held, 0, 64L << 20);
    }

    private static async Task<(Reading Reading, long Allocated)> ReadAsync(Func<Stream> open)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var reader = new LabelRowReader(new RowPlace("rows.json", 0, ""));
        var indexing = await reader.IndexAsync(open(), TestContext.Current.CancellationToken);
        var events = new List<RowEvent>();
        if (indexing is RowIndexing.Readable { Index: var index })
        {
            await foreach (var next in reader.ReadAsync(open(), index, TestContext.Current.CancellationToken)) events.Add(next);
        }
        return (new Reading(indexing, events), GC.GetTotalAllocatedBytes(precise: true) - before);
    }
}
