using System.IO.Compression;
using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Tests.Zip;

/// <summary>Each case has one defect of structure, and rejects the archive before anything of it is inflated.</summary>
public sealed class RejectedZipTests
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[{\"label_hash\":\"abc\"}]", 90)));

    private static readonly RawEntry A = new("a.json", Json);

    private static readonly RawEntry B = new("b.json", Json);

    private static readonly Dictionary<string, (byte[] Zip, IssueCode Code)> Defects = new()
    {
        ["nothing"] = ([], ArchiveIssues.NotAZip),
        ["one byte"] = ([7], ArchiveIssues.NotAZip),
        ["noise"] = ([.. Enumerable.Range(0, 100_000).Select(number => (byte)(number * 7919 >> 3))], ArchiveIssues.NotAZip),
        ["first letter of a zip"] = ([.. "P"u8], ArchiveIssues.Truncated),
        ["only a local header"] = ([.. "PK\x03\x04"u8, 0, 0], ArchiveIssues.Truncated),
        ["end record cut"] = (new RawZip(A).Build()[..^1], ArchiveIssues.Truncated),
        ["comment cut"] = (new RawZip(A) { Comment = new byte[100] }.Build()[..^1], ArchiveIssues.Truncated),
        ["a byte behind the end"] = (new RawZip(A) { Suffix = [0] }.Build(), ArchiveIssues.TrailingBytes),
        ["a file behind the end"] = (new RawZip(A) { Suffix = new byte[60_000] }.Build(), ArchiveIssues.TrailingBytes),
        ["two zips in a row"] = ([.. new RawZip(A).Build(), .. new RawZip(B).Build()], ArchiveIssues.LeadingBytes),
        ["prefix, offsets not adjusted"] = (new RawZip(A) { Prefix = [.. "#!/bin/sh\n"u8] }.Build(), ArchiveIssues.LeadingBytes),
        ["prefix, offsets adjusted"] = (new RawZip(A) { Prefix = [.. "#!/bin/sh\n"u8], CountsPrefix = true }.Build(), ArchiveIssues.LeadingBytes),
        ["prefix before an empty zip"] = (new RawZip { Prefix = [1, 2, 3], CountsPrefix = true }.Build(), ArchiveIssues.LeadingBytes),
        ["end record in the comment"] = (new RawZip(A) { Comment = [.. "PK\x05\x06"u8, .. new byte[18]] }.Build(), ArchiveIssues.AmbiguousEnd),
        ["zip in the comment"] = (new RawZip(A) { Comment = new RawZip(B).Build() }.Build(), ArchiveIssues.AmbiguousEnd),
        ["signature of an end record in the comment"] = (new RawZip(A) { Comment = [.. "see PK\x05\x06"u8] }.Build(), ArchiveIssues.AmbiguousEnd),
        ["second disk"] = (new RawZip(A) { Disk = 1 }.Build(), ArchiveIssues.MultiDisk),
        ["directory on the second disk"] = (new RawZip(A) { DirectoryDisk = 1 }.Build(), ArchiveIssues.MultiDisk),
        ["entry on the second disk"] = (new RawZip(A with { Disk = 1 }).Build(), ArchiveIssues.MultiDisk),
        ["zip64 with two disks"] = (new RawZip(A) { IsWide = true, Disks = 2 }.Build(), ArchiveIssues.MultiDisk),
        ["zip64 locator of the second disk"] = (new RawZip(A) { IsWide = true, LocatorDisk = 1 }.Build(), ArchiveIssues.MultiDisk),
        ["entries here and in all differ"] = (new RawZip(A, B) { EntriesHere = 1 }.Build(), ArchiveIssues.FaultyDirectory),
        ["an entry too many"] = (new RawZip(A, B) { EntriesHere = 3, EntriesTotal = 3 }.Build(), ArchiveIssues.FaultyDirectory),
        ["an entry too few"] = (new RawZip(A, B) { EntriesHere = 1, EntriesTotal = 1 }.Build(), ArchiveIssues.FaultyDirectory),
        ["no entries, but a directory"] = (new RawZip(A, B) { EntriesHere = 0, EntriesTotal = 0 }.Build(), ArchiveIssues.FaultyDirectory),
        ["zip64 counts otherwise"] = (new RawZip(A, B) { IsWide = true, WideEntries = 3 }.Build(), ArchiveIssues.FaultyDirectory),
        ["zip64 record elsewhere"] = (new RawZip(A) { IsWide = true, WideOffset = 3 }.Build(), ArchiveIssues.FaultyDirectory),
        ["zip64 record outside"] = (new RawZip(A) { IsWide = true, WideOffset = 1L << 62 }.Build(), ArchiveIssues.FaultyDirectory),
        ["zip64 record before the start"] = (new RawZip(A) { IsWide = true, WideOffset = -1 }.Build(), ArchiveIssues.FaultyDirectory),
        ["zip64 record of another length"] = (new RawZip(A) { IsWide = true, WideLength = 45 }.Build(), ArchiveIssues.FaultyDirectory),
        ["zip64 directory of 2^62 bytes"] = (new RawZip(A) { IsWide = true, DirectoryBytes = 1L << 62 }.Build(), ArchiveIssues.FaultyDirectory),
        ["zip64 directory before the start"] = (new RawZip(A) { IsWide = true, DirectoryOffset = -8 }.Build(), ArchiveIssues.FaultyDirectory),
        ["directory longer than it is"] = (new RawZip(A) { DirectoryBytes = 60 }.Build(), ArchiveIssues.FaultyDirectory),
        ["directory a byte further than it is"] = (new RawZip(A) { DirectoryOffset = AEnd + 1 }.Build(), ArchiveIssues.FaultyDirectory),
        ["directory past the end"] = (new RawZip(A) { DirectoryOffset = 1 << 30 }.Build(), ArchiveIssues.FaultyDirectory),
        ["bytes behind the directory"] = (new RawZip(A) { AfterDirectory = [1, 2, 3] }.Build(), ArchiveIssues.FaultyDirectory),
        ["directory of noise"] = (new RawZip { BeforeDirectory = new byte[50], EntriesHere = 1, EntriesTotal = 1, DirectoryBytes = 50, DirectoryOffset = 0 }.Build(), ArchiveIssues.FaultyDirectory),
        ["entry of 2^62 compressed bytes"] = (new RawZip(A with { IsWide = true, CompressedSize = 1L << 62, LocalCompressedSize = Json.Length }).Build(), ArchiveIssues.FaultyDirectory),
        ["entry of negative size"] = (new RawZip(A with { IsWide = true, Size = -1 }).Build(), ArchiveIssues.FaultyDirectory),
        ["entry that starts outside"] = (new RawZip(A, B with { HeaderOffset = 1 << 30 }).Build(), ArchiveIssues.FaultyDirectory),
        ["entry that ends in the directory"] = (new RawZip(A with { CompressedSize = A.CompressedBytes.Length + 1 }).Build(), ArchiveIssues.FaultyDirectory),
        ["zip64 sizes missing"] = (new RawZip(A with { Size = uint.MaxValue }).Build(), ArchiveIssues.FaultyDirectory),
        ["zip64 sizes too short"] = (new RawZip(A with { Size = uint.MaxValue, Extra = [1, 0, 4, 0, 1, 2, 3, 4] }).Build(), ArchiveIssues.FaultyDirectory),
        ["zip64 sizes twice"] = (new RawZip(A with { IsWide = true, Extra = RawEntry.Wide(1, 1, 0) }).Build(), ArchiveIssues.FaultyDirectory),
        ["extra field that runs over"] = (new RawZip(A with { Size = uint.MaxValue, Extra = [1, 0, 200, 0] }).Build(), ArchiveIssues.FaultyDirectory),
        ["two entries on one content"] = (new RawZip(A, B with { HeaderOffset = 0 }).Build(), ArchiveIssues.Overlap),
        ["an entry inside another's content"] = (new RawZip(A, B with { HeaderOffset = 31 }).Build(), ArchiveIssues.Overlap),
        ["entries that share a byte"] = (new RawZip(A, B with { HeaderOffset = AEnd - 1 }).Build(), ArchiveIssues.Overlap),
        ["an overlap bomb"] = (new RawZip([A, .. Enumerable.Range(0, 1999).Select(number => new RawEntry($"{number}.json", Json) { HeaderOffset = 0 })]).Build(), ArchiveIssues.Overlap),
        ["two entries of one name"] = (new RawZip(A, A).Build(), ArchiveIssues.DuplicateName),
        ["no entries"] = (new RawZip().Build(), ArchiveIssues.NoJson),
        ["no .json"] = (new RawZip(new RawEntry("readme.txt", Json)).Build(), ArchiveIssues.NoJson),
        ["a zip in a zip"] = (new RawZip(new RawEntry("inner.zip", Json)).Build(), ArchiveIssues.NoJson),
        ["only folders"] = (new RawZip(new RawEntry("a.json/", [])).Build(), ArchiveIssues.NoJson),
        ["all encrypted"] = (new RawZip(A with { Flags = 1 }, B with { Flags = 1 }).Build(), ArchiveIssues.Encrypted),
        ["all encrypted by AES"] = (new RawZip(A with { Method = 99, Flags = 1 }).Build(), ArchiveIssues.Encrypted),
        ["directory encrypted"] = (new RawZip(A with { Flags = 1 << 13 }).Build(), ArchiveIssues.Encrypted),
        ["entry of 2^62 bytes"] = (new RawZip(A with { IsWide = true, Size = 1L << 62 }).Build(), ArchiveIssues.TooLarge),
    };

    public static TheoryData<string> Names => [.. Defects.Keys];

    private static long AEnd => new RawZip(A).Build().AsSpan().IndexOf("PK\x01\x02"u8);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_archive_whose_structure_lies_is_rejected_for_exactly_that(string defect)
    {
        var (zip, code) = Defects[defect];

        var unzipped = await Unzipped.OfAsync(zip);

        Assert.NotNull(unzipped.Rejection);
        Assert.Equal(code.Id, unzipped.Rejection.Code.Id);
        Assert.InRange(unzipped.Rejection.Offset, 0, zip.Length);
        Assert.DoesNotContain('\n', unzipped.Rejection.Message);
    }

    [Theory]
    [InlineData("1F8B0800", "gzip")]
    [InlineData("377ABCAF271C0004", "7z")]
    [InlineData("526172211A0700", "RAR")]
    [InlineData("425A6839", "bzip2")]
    [InlineData("FD377A585A00", "xz")]
    [InlineData("28B52FFD04", "zstd")]
    [InlineData("255044462D", "PDF")]
    [InlineData("89504E470D0A", "image")]
    [InlineData("0A3C21444F43545950452068746D6C3E", "web page")]
    [InlineData("3C3F786D6C2076657273696F6E", "XML")]
    [InlineData("EFBBBF5B7B7D5D", "JSON")]
    [InlineData("7B2261223A317D", "JSON")]
    public async Task An_upload_that_is_something_else_is_named(string hex, string name)
    {
        var unzipped = await Unzipped.OfAsync([.. Convert.FromHexString(hex), .. new byte[600]]);

        Assert.Equal(ArchiveIssues.NotAZip, unzipped.Rejection?.Code);
        Assert.Contains(name, unzipped.Rejection!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tar_is_named_by_its_mark_further_in()
    {
        byte[] tar = [.. new byte[257], .. "ustar"u8, .. new byte[250]];

        Assert.Contains("tar archive", (await Unzipped.OfAsync(tar)).Rejection!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_without_json_says_what_it_holds_instead()
    {
        var inner = await Unzipped.OfAsync(new RawZip(new RawEntry("__MACOSX/._x", []), new RawEntry("inner.zip", Json)));

        Assert.Equal("The archive holds no .json file, only \"inner.zip\". Upload that inner zip itself.", inner.Rejection!.Message);
    }

    [Fact]
    public async Task Every_truncation_of_a_zip_ends_in_an_issue()
    {
        var zip = new RawZip(A, new RawEntry("in.zip", new RawZip(B).Build()) { Method = 0 }, B with { Descriptor = (true, true), IsWide = true })
        {
            IsWide = true,
            Comment = [.. "a comment"u8],
        }.Build();
        Assert.Null((await Unzipped.OfAsync(zip)).Rejection);

        for (var length = 0; length < zip.Length; length++)
            Assert.NotNull((await Unzipped.OfAsync(zip[..length])).Rejection);
    }

    [Theory]
    [InlineData(2, 46 * 2 + 12, 10_000, 10_000, null)]
    [InlineData(1, 46 * 2 + 12, 10_000, 10_000, "EL909")]
    [InlineData(2, 46 * 2 + 11, 10_000, 10_000, "EL909")]
    [InlineData(2, 46 * 2 + 12, 1_979, 10_000, "EL910")]
    [InlineData(2, 46 * 2 + 12, 1_980, 3_960, null)]
    [InlineData(2, 46 * 2 + 12, 1_980, 3_959, "EL910")]
    public async Task Each_limit_holds_at_its_value_and_not_one_past_it(long entries, long directory, long entry, long archive, string? code)
    {
        var limits = new ArchiveLimits { Entries = entries, DirectoryBytes = directory, EntryBytes = entry, ArchiveBytes = archive };
        Assert.Equal(1_980, Json.Length);

        Assert.Equal(code, (await Unzipped.OfAsync(new RawZip(A, B), limits)).Rejection?.Code.Id);
    }

    [Fact]
    public async Task A_bomb_of_deflates_highest_ratio_is_refused_by_the_usual_limits()
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await archive.CreateEntry("a.json", CompressionLevel.Optimal).OpenAsync(TestContext.Current.CancellationToken);
            entry.Write(new byte[(64 << 20) + 1]);
        }

        Assert.Equal(ArchiveIssues.TooLarge, (await Unzipped.OfAsync(bytes.ToArray())).Rejection?.Code);
    }

    [Fact]
    public async Task The_ratio_counts_only_behind_its_free_bytes()
    {
        var compressed = A.CompressedBytes.Length;
        var ratio = (Json.Length / compressed) - 1;

        Assert.Null((await Unzipped.OfAsync(new RawZip(A), new ArchiveLimits { Ratio = ratio, RatioFreeBytes = Json.Length })).Rejection);
        Assert.Null((await Unzipped.OfAsync(new RawZip(A), new ArchiveLimits { Ratio = ratio + 2, RatioFreeBytes = 0 })).Rejection);
        Assert.Equal(ArchiveIssues.TooLarge, (await Unzipped.OfAsync(new RawZip(A), new ArchiveLimits { Ratio = ratio, RatioFreeBytes = 0 })).Rejection?.Code);
    }

    [Fact]
    public async Task Too_many_entries_are_refused_before_they_are_listed()
    {
        var source = new MemorySource(new RawZip([.. Enumerable.Range(0, 20_000).Select(number => new RawEntry($"{number}.json", []) { Method = 0 })]).Build());

        var reading = await ZipDirectory.ReadAsync(source, new ArchiveLimits { Entries = 19_999 }, TestContext.Current.CancellationToken);

        Assert.Equal(ArchiveIssues.TooManyEntries, Assert.IsType<ZipReading.Rejected>(reading).Issue.Code);
        Assert.Equal(1, source.Reads);
    }
}
