using System.IO.Compression;
using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Tests.Zip;

/// <summary>Archives that are made to cost time or memory. Each comes to its verdict within bounds that don't depend on what it claims.</summary>
public sealed class HostileZipTests
{
    private const long MiB = 1 << 20;

    private static readonly byte[] Json = Encoding.UTF8.GetBytes("[{\"label_hash\":\"abc\"}]");

    // 33 MiB of nothing, in 33 KB.
    private static readonly byte[] Nothing = new byte[33 * MiB];

    private static readonly byte[] FewBytes = Smallest(Nothing);

    [Fact]
    public async Task Many_entries_that_are_each_too_small_to_be_a_bomb_are_one_together()
    {
        var zip = new RawZip([.. Enumerable.Range(0, 40).Select(number => new RawEntry($"{number}.json", Nothing) { Compressed = FewBytes, Crc = 1 })]);

        var (rejection, allocated) = await ReadAsync(zip.Build());

        Assert.Equal(ArchiveIssues.TooLarge, rejection?.Code);
        Assert.InRange(allocated, 0, 4 * MiB);
    }

    [Fact]
    public async Task A_bomb_that_lies_about_its_size_is_inflated_as_far_as_it_lies()
    {
        var bomb = new RawEntry("bomb.json", Nothing) { Compressed = FewBytes, Size = 1_000 };

        var unzipped = await Unzipped.OfAsync(new RawZip(new RawEntry("a.json", Json), bomb, new RawEntry("z.json", Json)));

        Assert.Equal((ArchiveIssues.SizeMismatch, 1_000L), (unzipped.TheIssue.Code, unzipped.TheIssue.Offset));
        Assert.Equal([Json, Json], [unzipped.Entries[0].Content, unzipped.Entries[2].Content]);
    }

    [Fact]
    public async Task An_archive_within_an_archive_is_not_followed()
    {
        var inner = new RawZip(new RawEntry("inner.json", Json)).Build();
        for (var depth = 0; depth < 20; depth++) inner = new RawZip(new RawEntry("inner.zip", inner)).Build();

        var unzipped = await Unzipped.OfAsync(new RawZip(new RawEntry("inner.zip", inner), new RawEntry("renamed.json", inner), new RawEntry("a.json", Json)));

        Assert.Equal([SkipReason.NotJson, null, null], unzipped.Directory!.Entries.Select(entry => entry.Skip));
        Assert.Equal(["renamed.json", "a.json"], unzipped.Entries.Select(entry => entry.Entry.Name));
        Assert.True(inner.AsSpan().SequenceEqual(unzipped.Entries[0].Content), "a renamed archive is bytes like any other");
    }

    [Fact]
    public async Task An_archive_that_holds_only_itself_is_refused_by_name()
    {
        // What a quine looks like to a reader that doesn't open it: one entry, another archive, of the same size.
        var quine = new RawZip(new RawEntry("r.zip", Json) { Compressed = RawEntry.Deflated(Json), Size = 440 });

        var rejection = (await ReadAsync(quine.Build())).Rejection!;

        Assert.Equal((ArchiveIssues.NoJson, "The archive holds no .json file, only \"r.zip\". Upload that inner zip itself."), (rejection.Code, rejection.Message));
    }

    [Fact]
    public async Task A_hundred_thousand_entries_are_listed_and_one_more_is_refused_unlisted()
    {
        RawEntry[] entries = [.. Enumerable.Range(0, 100_000).Select(number => new RawEntry($"{number}.json", []) { Method = 0 })];
        var most = new RawZip(entries) { IsWide = true }.Build();
        var tooMany = new RawZip([.. entries, new RawEntry("more.json", [])]) { IsWide = true }.Build();

        var (listed, forAll) = await ReadAsync(most);
        var (refused, forNone) = await ReadAsync(tooMany);

        Assert.Null(listed);
        Assert.InRange(forAll, 0, 96 * MiB);
        Assert.Equal(ArchiveIssues.TooManyEntries, refused?.Code);
        Assert.InRange(forNone, 0, MiB);
    }

    [Fact]
    public async Task Names_of_64_kilobytes_are_cut_and_not_held()
    {
        // 1,500 of them are a directory of 98 MB.
        var zip = new RawZip([.. Enumerable.Range(0, 1_500).Select(number => new RawEntry($"{number:D60000}.json", []) { Method = 0 })]).Build();

        var (rejection, allocated) = await ReadAsync(zip);

        Assert.Null(rejection);
        Assert.InRange(allocated, 0, 32 * MiB);
    }

    [Theory]
    [InlineData("../../../etc/passwd.json")]
    [InlineData("/etc/rows.json")]
    [InlineData("C:\\Windows\\rows.json")]
    [InlineData("..\\..\\rows.json")]
    [InlineData("nul\0byte.json")]
    [InlineData("\u001b[2Jclear.json")]
    [InlineData("line\r\nbreak.json")]
    [InlineData("\u202Enosj.json")]
    public async Task A_name_is_shown_on_one_line_and_says_nothing_about_where_content_goes(string name)
    {
        var entry = Assert.Single((await Unzipped.OfAsync(new RawZip(new RawEntry(name, Json)))).Entries);

        Assert.IsType<EntryVerdict.Whole>(entry.Verdict);
        Assert.DoesNotContain(entry.Entry.Name, static letter => char.IsControl(letter) || letter == '\u202E');
    }

    [Fact]
    public async Task Whatever_the_upload_claims_its_verdict_costs_little()
    {
        RawEntry a = new("a.json", Json);
        byte[][] liars =
        [
            new RawZip(a) { IsWide = true, EntriesHere = int.MaxValue, EntriesTotal = int.MaxValue }.Build(),
            new RawZip(a) { IsWide = true, EntriesHere = long.MaxValue, EntriesTotal = long.MaxValue, DirectoryBytes = long.MaxValue }.Build(),
            new RawZip(a with { IsWide = true, Size = long.MaxValue }) { IsWide = true }.Build(),
            new RawZip(a with { IsWide = true, Size = 31L << 30, CompressedSize = Json.Length }).Build(),
            new RawZip([a, .. Enumerable.Range(0, 2_000).Select(number => new RawEntry($"{number}.json", Json) { HeaderOffset = 0, HasLocalHeader = false, Compressed = [] })]).Build(),
        ];
        foreach (var liar in liars)
        {
            var (rejection, allocated) = await ReadAsync(liar);

            Assert.NotNull(rejection);
            Assert.InRange(allocated, 0, 8 * MiB);
        }
    }

    private static byte[] Smallest(byte[] content)
    {
        var bytes = new MemoryStream();
        using (var deflate = new DeflateStream(bytes, CompressionLevel.SmallestSize)) deflate.Write(content);
        return bytes.ToArray();
    }

    /// <summary>Reads the directory alone, and says what it took.</summary>
    private static async Task<(Issue? Rejection, long Allocated)> ReadAsync(byte[] zip)
    {
        // It answers at once, so that all of the reading is on this thread and its allocations can be told from other tests'.
        var source = new HeldSource(zip, heldOffset: -1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = await ZipDirectory.ReadAsync(source, ArchiveLimits.Default, TestContext.Current.CancellationToken);
        return ((reading as ZipReading.Rejected)?.Issue, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
