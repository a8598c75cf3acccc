using System.Text;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Tests.Zip;

/// <summary>Entries as the directory lists them: their order, their names, and where a faulty record stands.</summary>
public sealed class DirectoryTests
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes("[{\"label_hash\":\"abc\"}]");

    private static readonly RawEntry A = new("a.json", Json);

    private static readonly RawEntry B = new("b.json", Json);

    private static int AEnd => new RawZip(A).Build().AsSpan().IndexOf("PK\x01\x02"u8);

    [Fact]
    public async Task Entries_may_be_listed_in_another_order_than_they_lie_in()
    {
        var unzipped = await Unzipped.OfAsync(
            new RawZip(A with { HeaderOffset = AEnd, LocalName = "b.json" }, B with { HeaderOffset = 0, LocalName = "a.json" }));

        Assert.Equal(["a.json", "b.json"], unzipped.Entries.Select(entry => entry.Entry.Name));
        Assert.All(unzipped.Entries, entry => Assert.IsType<EntryVerdict.Whole>(entry.Verdict));
    }

    [Fact]
    public async Task The_issue_tells_where_the_faulty_record_stands()
    {
        var zip = new RawZip(A, B with { Disk = 1 }).Build();

        Assert.Equal(zip.AsSpan().LastIndexOf("PK\x01\x02"u8), (await Unzipped.OfAsync(zip)).Rejection!.Offset);
    }

    [Fact]
    public async Task A_record_that_is_cut_short_is_none()
    {
        byte[] cut = [.. "PK\x01\x02"u8, .. new byte[10]];
        var (entry, record) = (A with { Comment = new byte[100] }, 46 + 6 + 100);

        var unzipped = await Unzipped.OfAsync(
            new RawZip(entry) { AfterDirectory = cut, DirectoryBytes = record + cut.Length, EntriesHere = 2, EntriesTotal = 2 });

        Assert.Equal(ArchiveIssues.FaultyDirectory, unzipped.Rejection?.Code);
    }

    [Fact]
    public async Task An_entry_that_claims_all_there_can_be_is_refused()
    {
        var unzipped = await Unzipped.OfAsync(new RawZip(A with { IsWide = true, CompressedSize = long.MaxValue, LocalCompressedSize = Json.Length }));

        Assert.Equal(ArchiveIssues.FaultyDirectory, unzipped.Rejection?.Code);
    }

    [Fact]
    public async Task Listing_an_archive_again_allocates_no_buffer()
    {
        var source = new HeldSource(new RawZip(A, B).Build(), heldOffset: -1);
        await ZipDirectory.ReadAsync(source, ArchiveLimits.Default, TestContext.Current.CancellationToken);

        var before = GC.GetAllocatedBytesForCurrentThread();
        await ZipDirectory.ReadAsync(source, ArchiveLimits.Default, TestContext.Current.CancellationToken);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Theory]
    [InlineData("ontology.json", 0)]
    [InlineData("a/ontology.json", 1)]
    [InlineData("a\\b/Ontology.JSON", 2)]
    [InlineData("a\\b\\ontology.json", 2)]
    [InlineData("my-ontology.json", null)]
    [InlineData(".json", null)]
    public async Task An_ontology_is_known_by_its_name_in_whatever_folder(string name, int? depth)
    {
        var entry = Assert.Single((await Unzipped.OfAsync(new RawZip(new RawEntry(name, Json)))).Directory!.Entries);

        Assert.Equal((null, depth), (entry.Skip, entry.OntologyDepth));
    }

    [Fact]
    public async Task An_entry_without_a_name_is_skipped()
    {
        Assert.Equal([null, SkipReason.NotJson], (await Unzipped.OfAsync(new RawZip(A, new RawEntry("", [])))).Directory!.Entries.Select(entry => entry.Skip));
    }

    [Theory]
    [InlineData(1_024, "", 1_024, "")]
    [InlineData(1_025, "", 1_023, "…")]
    [InlineData(1_022, "😀.json", 1_022, "…")]
    [InlineData(1_021, "😀.json", 1_021, "😀…")]
    public async Task A_long_name_is_cut_between_characters(int letters, string rest, int shown, string end)
    {
        var name = new string('n', letters) + rest;

        var entry = (await Unzipped.OfAsync(new RawZip(A, new RawEntry(name, Json)))).Directory!.Entries[1];

        Assert.Equal(new string('n', shown) + end, entry.Name);
    }

    [Theory]
    [InlineData((1L << 20) - 1, "1048575 bytes")]
    [InlineData(1L << 20, "1 MiB")]
    [InlineData(3L << 19, "1.5 MiB")]
    [InlineData(1L << 30, "1 GiB")]
    [InlineData(5L << 29, "2.5 GiB")]
    public void Sizes_are_shown_in_the_unit_that_fits(long bytes, string shown) => Assert.Equal(shown, ByteSize.Show(bytes));

    [Fact]
    public void Limits_are_those_of_the_operations_guide_where_none_are_set()
    {
        const long MiB = 1 << 20;
        var limits = ArchiveLimits.Default;

        Assert.Equal((100_000, 256 * MiB, 64 * MiB), (limits.Entries, limits.DirectoryBytes, limits.RatioFreeBytes));
        Assert.Equal((32_768 * MiB, 65_536 * MiB, 400), (limits.EntryBytes, limits.ArchiveBytes, limits.Ratio));
    }
}
