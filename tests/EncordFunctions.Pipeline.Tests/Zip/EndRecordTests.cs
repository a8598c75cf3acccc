using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Tests.Zip;

/// <summary>Where the two end records meet, and what is said of bytes that are not where they should be.</summary>
public sealed class EndRecordTests
{
    private const int EndLength = 22;

    private static readonly byte[] Json = Encoding.UTF8.GetBytes("[{\"label_hash\":\"abc\"}]");

    private static readonly RawEntry A = new("a.json", Json);

    private static readonly RawEntry B = new("b.json", Json);

    private static readonly RawEntry Nameless = new("", []);

    [Theory]
    [InlineData(4, 2)]
    [InlineData(6, 2)]
    [InlineData(8, 2)]
    [InlineData(10, 2)]
    [InlineData(12, 4)]
    [InlineData(16, 4)]
    public async Task A_field_of_the_narrow_end_record_says_what_the_wide_one_says_or_points_to_it(int field, int length)
    {
        var zip = new RawZip(A, B) { IsWide = true }.Build();
        var at = zip.AsMemory(zip.Length - EndLength + field, length);

        new RawZip(A, B).Build().AsSpan(^(EndLength - field))[..length].CopyTo(at.Span);
        Assert.Null((await Unzipped.OfAsync(zip)).Rejection);
        at.Span.Fill(0xFF);
        Assert.Null((await Unzipped.OfAsync(zip)).Rejection);
        at.Span.Fill(7);
        Assert.Equal(
            "The archive's directory can't be trusted: its two end records differ. Export it again, or zip its files again.",
            (await Unzipped.OfAsync(zip)).Rejection?.Message);
    }

    [Fact]
    public async Task The_issue_tells_where_the_second_end_record_stands()
    {
        var zip = new RawZip(A) { Comment = [.. "see PK\x05\x06"u8] }.Build();

        await IsRejectedAsync(zip, ArchiveIssues.AmbiguousEnd, zip.Length - 4);
        await IsRejectedAsync(new RawZip(A) { Disk = 'P' | ('K' << 8), DirectoryDisk = 0x0605 }.Build(), ArchiveIssues.AmbiguousEnd);
    }

    [Fact]
    public async Task The_issue_tells_how_many_bytes_follow_the_archive_and_where()
    {
        var zip = new RawZip(A) { Suffix = new byte[300] }.Build();

        var rejection = await IsRejectedAsync(zip, ArchiveIssues.TrailingBytes, zip.Length - 300);

        Assert.Equal("300 bytes follow the end of the archive. Upload the archive alone.", rejection.Message);
        await IsRejectedAsync(new RawZip { Suffix = [0] }.Build(), ArchiveIssues.TrailingBytes);
    }

    [Fact]
    public async Task The_issue_tells_how_many_bytes_are_too_many_before_the_archive()
    {
        var rejection = await IsRejectedAsync(new RawZip(A) { Prefix = new byte[10] }.Build(), ArchiveIssues.LeadingBytes);

        Assert.Equal("10 bytes too many stand before the archive's directory. Export it again, or zip its files again.", rejection.Message);
        await IsRejectedAsync(new RawZip(Nameless) { Prefix = [1, 2, 3] }.Build(), ArchiveIssues.LeadingBytes);
    }

    [Fact]
    public async Task A_directory_too_short_for_an_entry_is_none()
    {
        await IsRejectedAsync(new RawZip(A) { DirectoryBytes = 20, DirectoryOffset = 0 }.Build(), ArchiveIssues.FaultyDirectory);
        await IsRejectedAsync(new RawZip { IsWide = true }.Build(), ArchiveIssues.NoJson);
    }

    [Fact]
    public async Task A_wide_end_record_that_would_run_over_the_end_is_not_looked_for()
    {
        var length = new RawZip(A) { IsWide = true }.Build().Length;

        await IsRejectedAsync(new RawZip(A) { IsWide = true, WideOffset = length - 10 }.Build(), ArchiveIssues.FaultyDirectory);
    }

    [Fact]
    public async Task A_wide_end_record_is_found_before_the_longest_comment()
    {
        Assert.Null((await Unzipped.OfAsync(new RawZip(A) { IsWide = true, Comment = new byte[65_535] })).Rejection);
    }

    private static async Task<Issue> IsRejectedAsync(byte[] zip, IssueCode code, long? at = null)
    {
        var rejection = (await Unzipped.OfAsync(zip)).Rejection;
        Assert.Equal(code.Id, rejection?.Code.Id);
        if (at is not null) Assert.Equal(at, rejection!.Offset);
        return rejection!;
    }
}
