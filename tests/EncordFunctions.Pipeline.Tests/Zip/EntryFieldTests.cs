using System.IO.Hashing;
using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Tests.Zip;

/// <summary>Fields of an entry that are each true or not, where its neighbours are true.</summary>
public sealed class EntryFieldTests
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes("[{\"label_hash\":\"abc\"}]");

    private static readonly RawEntry A = new("a.json", Json);

    [Fact]
    public async Task A_disk_in_the_wide_field_is_the_first_one()
    {
        Assert.Null(await RejectionAsync(A with { Disk = 65_535, Extra = [1, 0, 4, 0, 0, 0, 0, 0] }));
        Assert.Equal(ArchiveIssues.FaultyDirectory, await RejectionAsync(A with { Disk = 65_535, Extra = [1, 0, 4, 0, 1, 0, 0, 0] }));
        Assert.Equal(ArchiveIssues.FaultyDirectory, await RejectionAsync(A with { Disk = 65_535, Extra = [1, 0, 3, 0, 0, 0, 0] }));
    }

    [Fact]
    public async Task A_second_wide_field_is_refused_though_it_is_empty()
    {
        Assert.Equal(ArchiveIssues.FaultyDirectory, await RejectionAsync(A with { IsWide = true, Extra = [1, 0, 0, 0] }));
    }

    [Fact]
    public async Task A_field_behind_the_wide_one_that_runs_over_is_refused()
    {
        Assert.Equal(ArchiveIssues.FaultyDirectory, await RejectionAsync(A with { IsWide = true, Extra = [7, 7, 200, 0] }));
        Assert.Equal(ArchiveIssues.FaultyDirectory, await RejectionAsync(A with { IsWide = true, Extra = [7, 7, 1, 0] }));
    }

    [Fact]
    public async Task A_header_that_would_run_past_the_archive_is_named()
    {
        // A name and extra fields that are said to be longer than all that comes.
        byte[] header = [.. "PK\x03\x04"u8, .. new byte[22], 255, 255, 255, 255, .. "a.json"u8];
        var last = A with { HasLocalHeader = false, Compressed = header, CompressedSize = 0 };

        Assert.Equal(ArchiveIssues.HeaderMismatch, (await Unzipped.OfAsync(new RawZip(A with { Name = "b.json" }, last))).TheIssue.Code);
    }

    [Fact]
    public async Task A_header_may_leave_wide_sizes_out_where_they_follow()
    {
        var entry = A with { Descriptor = (true, false), LocalSize = uint.MaxValue, LocalCompressedSize = uint.MaxValue };

        Assert.Equal(new EntryVerdict.Whole(Json.Length), Assert.Single((await Unzipped.OfAsync(new RawZip(entry))).Entries).Verdict);
    }

    [Theory]
    [InlineData(false, 0, 1)]
    [InlineData(false, 1, 0)]
    [InlineData(true, 0, 1)]
    [InlineData(true, 1, 0)]
    public async Task Both_sizes_of_a_descriptor_are_true(bool isWide, int compressedTooLarge, int tooLarge)
    {
        var (compressed, size) = (A.CompressedBytes.Length + compressedTooLarge, Json.Length + tooLarge);
        var descriptor = new MemoryStream();
        RawEntry.Write32(descriptor, Crc32.HashToUInt32(Json));
        if (isWide) RawEntry.Write64(descriptor, compressed, size);
        else RawEntry.Write32(descriptor, (uint)compressed, (uint)size);

        var unzipped = await Unzipped.OfAsync(new RawZip(A with { Descriptor = (false, isWide), RawDescriptor = descriptor.ToArray() }));

        Assert.Equal(ArchiveIssues.HeaderMismatch, unzipped.TheIssue.Code);
    }

    [Fact]
    public async Task A_header_may_lie_across_two_ranges_that_are_read()
    {
        // Ten bytes of the second header are in the first range.
        var first = A with { Content = new byte[ReadAhead.WindowLength - LocalHeader.FixedLength - A.Name.Length - 10], Method = 0 };

        var unzipped = await Unzipped.OfAsync(new RawZip(first, A with { Name = "b.json" }));

        Assert.Equal(new EntryVerdict.Whole(Json.Length), unzipped.Entries[1].Verdict);
    }

    [Fact]
    public async Task A_ratio_is_allowed_at_its_value()
    {
        var limits = new ArchiveLimits { Ratio = 1, RatioFreeBytes = 0 };

        Assert.Null((await Unzipped.OfAsync(new RawZip(A with { Method = 0 }), limits)).Rejection);
    }

    [Fact]
    public async Task Ontologies_are_no_rows_and_the_least_deep_one_comes_first()
    {
        var directory = (await Unzipped.OfAsync(new RawZip(A with { Name = "x/y/ontology.json" }, A with { Name = "ontology.json" }, A))).Directory!;

        Assert.Equal(["ontology.json", "x/y/ontology.json"], directory.Ontologies.Select(entry => entry.Name));
        Assert.Equal(["a.json"], directory.RowEntries.Select(entry => entry.Name));
    }

    [Fact]
    public async Task A_zip_of_other_files_says_how_many_and_names_one()
    {
        var rejection = (await Unzipped.OfAsync(new RawZip(A with { Name = "readme.txt" }, A with { Name = "b.txt" }))).Rejection!;

        Assert.Equal(
            "The archive holds 2 files but no .json, the first is \"readme.txt\". Upload a zip with the .json files of the export.", rejection.Message);
    }

    [Fact]
    public async Task A_web_page_is_known_by_its_first_word_alone()
    {
        Assert.Contains("web page", (await Unzipped.OfAsync([.. "<html"u8])).Rejection!.Message, StringComparison.Ordinal);
    }

    private static async Task<IssueCode?> RejectionAsync(RawEntry entry) => (await Unzipped.OfAsync(new RawZip(entry))).Rejection?.Code;
}
