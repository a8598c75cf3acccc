using System.IO.Compression;
using System.Text;
using CsCheck;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Tests.Zip;

public sealed class GoodZipTests
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"label_hash\":\"abc\"}", 200)));

    private static readonly Gen<RawEntry> AnyEntry = Gen.Select(
        Gen.Byte[0, 20].Array[0, 5_000],
        Gen.OneOf(0, 8),
        Gen.Bool,
        Gen.OneOf<(bool, bool)?>(null, (false, false), (true, false), (false, true), (true, true)),
        Gen.OneOf("rows.json", "a/b.JSON", "röw.json", "標籤.json", "\u0001.json", "../up.json", "C:\\x.json"),
        Gen.Byte.Array[0, 30],
        (content, method, wide, descriptor, name, gap) =>
            new RawEntry(name, content) { Method = method, IsWide = wide, Descriptor = descriptor, Gap = gap, LocalExtra = [9, 9, 2, 0, 1, 1], Extra = [8, 8, 0, 0] });

    private static readonly Dictionary<string, RawZip> Zips = new()
    {
        ["deflated"] = new(new RawEntry("a.json", Json)),
        ["stored"] = new(new RawEntry("a.json", Json) { Method = 0 }),
        ["empty and stored"] = new(new RawEntry("a.json", []) { Method = 0 }),
        ["empty and deflated"] = new(new RawEntry("a.json", [])),
        ["zip64 sizes"] = new(new RawEntry("a.json", Json) { IsWide = true }),
        ["zip64 end record"] = new(new RawEntry("a.json", Json)) { IsWide = true },
        ["zip64 end record without disks"] = new(new RawEntry("a.json", Json)) { IsWide = true, Disks = 0 },
        ["all zip64"] = new(new RawEntry("a.json", Json) { IsWide = true }, new RawEntry("b.json", Json) { IsWide = true }) { IsWide = true },
        ["descriptor"] = new(new RawEntry("a.json", Json) { Descriptor = (true, false) }, new RawEntry("b.json", Json)),
        ["unsigned descriptor"] = new(new RawEntry("a.json", Json) { Descriptor = (false, false) }, new RawEntry("b.json", Json)),
        ["zip64 descriptor"] = new(new RawEntry("a.json", Json) { Descriptor = (true, true) }, new RawEntry("b.json", Json)),
        ["unsigned zip64 descriptor"] = new(new RawEntry("a.json", Json) { Descriptor = (false, true) }, new RawEntry("b.json", Json)),
        ["stored with descriptor"] = new(new RawEntry("a.json", Json) { Method = 0, Descriptor = (true, false) }),
        ["descriptor and true sizes in the header"] = new(new RawEntry("a.json", Json) { Descriptor = (true, false), LocalSize = Json.Length }),
        ["comment"] = new(new RawEntry("a.json", Json)) { Comment = [.. "made by hand"u8] },
        ["longest comment"] = new(new RawEntry("a.json", Json)) { Comment = new byte[65_535] },
        ["entry comment and extra fields"] = new(new RawEntry("a.json", Json) { Comment = [1, 2, 3], Extra = [7, 7, 1, 0, 5], LocalExtra = [7, 7, 0, 0] }),
        ["padded extra field"] = new(new RawEntry("a.json", Json) { LocalExtra = [0, 0, 0] }),
        ["gap between entries"] = new(new RawEntry("a.json", Json) { Gap = new byte[9] }, new RawEntry("b.json", Json)),
        ["longest name"] = new(new RawEntry(new string('n', 65_530) + ".json", Json)),
        ["zip inside, stored"] = new(new RawEntry("inner.zip", new RawZip(new RawEntry("in.json", Json)).Build()) { Method = 0 }, new RawEntry("a.json", Json)),
    };

    public static TheoryData<string> Kinds => [.. Zips.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_sound_zip_of_every_kind_reads_back_equal(string kind)
    {
        var zip = Zips[kind];

        var unzipped = await Unzipped.OfAsync(zip);

        Assert.Null(unzipped.Rejection);
        var json = zip.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.Ordinal)).ToArray();
        Assert.Equal(json.Length, unzipped.Entries.Count);
        foreach (var (written, read) in json.Zip(unzipped.Entries))
        {
            Assert.Equal(new EntryVerdict.Whole(written.Content.Length), read.Verdict);
            Assert.Equal(written.Content, read.Content);
        }
    }

    [Fact]
    public async Task Zips_of_any_valid_options_read_back_equal()
    {
        var zips = Gen.Select(AnyEntry.Array[1, 6], Gen.Byte[32, 126].Array[0, 60], Gen.Bool, Gen.Int[1, 9_000], (entries, comment, wide, readLength) =>
            (Zip: new RawZip([.. entries.DistinctBy(entry => entry.Name)]) { Comment = comment, IsWide = wide }, ReadLength: readLength));
        await zips.SampleAsync(
            async sample =>
            {
                var unzipped = await Unzipped.OfAsync(sample.Zip.Build(), readLength: sample.ReadLength);

                Assert.Null(unzipped.Rejection);
                Assert.Equal(sample.Zip.Entries.Select(entry => entry.Content), unzipped.Entries.Select(entry => entry.Content));
                Assert.All(unzipped.Entries, entry => Assert.IsType<EntryVerdict.Whole>(entry.Verdict));
            },
            iter: 300);
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.SmallestSize)]
    public async Task Zips_that_the_framework_writes_are_read(CompressionLevel level)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in (string[])["folder/", "a.json", "folder/ß.json"])
            {
                await using var entry = await archive.CreateEntry(name, level).OpenAsync(TestContext.Current.CancellationToken);
                if (!name.EndsWith('/'))
                    entry.Write(Json);
            }
        }

        var unzipped = await Unzipped.OfAsync(bytes.ToArray());

        Assert.Equal(["a.json", "folder/ß.json"], unzipped.Entries.Select(entry => entry.Entry.Name));
        Assert.All(unzipped.Entries, entry => Assert.Equal(Json, entry.Content));
        Assert.Equal(SkipReason.Folder, unzipped.Directory!.Entries[0].Skip);
    }

    [Fact]
    public async Task A_zip_written_to_a_stream_that_cannot_seek_is_read()
    {
        var bytes = new MemoryStream();
        await using (var oneWay = new OneWayStream(bytes))
        using (var archive = new ZipArchive(oneWay, ZipArchiveMode.Create))
        {
            await using var entry = await archive.CreateEntry("a.json").OpenAsync(TestContext.Current.CancellationToken);
            entry.Write(Json);
        }

        var unzipped = await Unzipped.OfAsync(bytes.ToArray());

        Assert.Equal(Json, Assert.Single(unzipped.Entries).Content);
    }

    [Fact]
    public async Task More_entries_than_the_narrow_end_record_can_count_are_listed()
    {
        var entries = Enumerable.Range(0, 66_000).Select(number => new RawEntry($"{number}.json", []) { Method = 0 }).ToArray();

        var reading = await ZipDirectory.ReadAsync(
            new MemorySource(new RawZip(entries) { IsWide = true }.Build()), ArchiveLimits.Default, TestContext.Current.CancellationToken);

        Assert.Equal(66_000, Assert.IsType<ZipReading.Readable>(reading).Directory.JsonEntries.Count());
    }
}
