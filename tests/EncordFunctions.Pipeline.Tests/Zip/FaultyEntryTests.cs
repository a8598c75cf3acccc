using System.Text;
using CsCheck;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Tests.Zip;

/// <summary>Each case has one faulty entry between two sound ones, which must come to no harm.</summary>
public sealed class FaultyEntryTests
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(number => $"{{\"label_hash\":\"{number * 7919 % 1009}\"}}")));

    private static readonly RawEntry Good = new("x.json", Json);

    private static readonly byte[] Packed = RawEntry.Deflated(Json);

    private static readonly Dictionary<string, (RawEntry Entry, IssueCode Code)> Defects = new()
    {
        ["wrong CRC"] = (Good with { Crc = 1 }, ArchiveIssues.CrcMismatch),
        ["wrong CRC, stored"] = (Good with { Crc = 1, Method = 0 }, ArchiveIssues.CrcMismatch),
        ["declared size too small"] = (Good with { Size = 10 }, ArchiveIssues.SizeMismatch),
        ["declared size nothing"] = (Good with { Size = 0 }, ArchiveIssues.SizeMismatch),
        ["declared size a byte too small"] = (Good with { Size = Json.Length - 1 }, ArchiveIssues.SizeMismatch),
        ["declared size a byte too big"] = (Good with { Size = Json.Length + 1 }, ArchiveIssues.SizeMismatch),
        ["declared size twice as big"] = (Good with { Size = Json.Length * 2 }, ArchiveIssues.SizeMismatch),
        ["stored, sizes differ"] = (Good with { Method = 0, Size = Json.Length - 1 }, ArchiveIssues.SizeMismatch),
        ["compressed size too small"] = (Good with { CompressedSize = 95 }, ArchiveIssues.DamagedContent),
        ["compressed size a byte too small"] = (Good with { CompressedSize = Packed.Length - 1 }, ArchiveIssues.DamagedContent),
        ["compressed size nothing"] = (Good with { CompressedSize = 0 }, ArchiveIssues.DamagedContent),
        ["a byte behind the compressed content"] = (Good with { Compressed = [.. Packed, 0] }, ArchiveIssues.SizeMismatch),
        ["a buffer behind the compressed content"] = (Good with { Compressed = [.. Packed, .. new byte[9_000]] }, ArchiveIssues.SizeMismatch),
        ["content twice"] = (Good with { Compressed = [.. Packed, .. Packed] }, ArchiveIssues.SizeMismatch),
        ["compressed content broken off"] = (Good with { Compressed = Packed[..^40] }, ArchiveIssues.DamagedContent),
        ["compressed content without its end mark"] = (Good with { Content = [65], Compressed = [0, 1, 0, 254, 255, 65] }, ArchiveIssues.DamagedContent),
        ["content that is no deflate"] = (Good with { Compressed = [.. Enumerable.Repeat((byte)0xFF, 100)] }, ArchiveIssues.DamagedContent),
        ["stored content marked as deflated"] = (Good with { Compressed = Json }, ArchiveIssues.DamagedContent),
        ["no local header"] = (Good with { HasLocalHeader = false, Gap = new byte[40] }, ArchiveIssues.HeaderMismatch),
        ["another name in the header"] = (Good with { LocalName = "y.json" }, ArchiveIssues.HeaderMismatch),
        ["a longer name in the header"] = (Good with { LocalName = "longer than x.json", Gap = new byte[40] }, ArchiveIssues.HeaderMismatch),
        ["a name in the header that runs over"] = (Good with { LocalName = new string('n', 60_000), CompressedSize = 0 }, ArchiveIssues.HeaderMismatch),
        ["an extra field that pushes the content over the next entry"] = (Good with { HeaderOffset = null, Compressed = [3, 0], Content = [], CompressedSize = 12, LocalExtra = new byte[10] }, ArchiveIssues.HeaderMismatch),
        ["another method in the header"] = (Good with { LocalMethod = 0 }, ArchiveIssues.HeaderMismatch),
        ["encrypted by the header alone"] = (Good with { LocalFlags = 1 }, ArchiveIssues.HeaderMismatch),
        ["another CRC in the header"] = (Good with { LocalCrc = 5 }, ArchiveIssues.HeaderMismatch),
        ["another size in the header"] = (Good with { LocalSize = 5 }, ArchiveIssues.HeaderMismatch),
        ["another compressed size in the header"] = (Good with { LocalCompressedSize = 5 }, ArchiveIssues.HeaderMismatch),
        ["no sizes in the header, none follow"] = (Good with { LocalSize = 0, LocalCompressedSize = 0, LocalCrc = 0 }, ArchiveIssues.HeaderMismatch),
        ["another wide size in the header"] = (Good with { IsWide = true, LocalSize = 5 }, ArchiveIssues.HeaderMismatch),
        ["another size in the header, sizes follow"] = (Good with { Descriptor = (true, false), LocalSize = 5 }, ArchiveIssues.HeaderMismatch),
        ["another CRC in the header, sizes follow"] = (Good with { Descriptor = (true, false), LocalCrc = 5 }, ArchiveIssues.HeaderMismatch),
        ["no descriptor"] = (Good with { Descriptor = (true, false), RawDescriptor = [] }, ArchiveIssues.HeaderMismatch),
        ["half a descriptor"] = (Good with { Descriptor = (true, false), RawDescriptor = [.. "PK\x07\x08"u8, 0, 0] }, ArchiveIssues.HeaderMismatch),
        ["another descriptor"] = (Good with { Descriptor = (true, false), RawDescriptor = new byte[16] }, ArchiveIssues.HeaderMismatch),
        ["encrypted"] = (Good with { Flags = 1 }, ArchiveIssues.Encrypted),
        ["strongly encrypted"] = (Good with { Flags = 1 << 6 }, ArchiveIssues.Encrypted),
        ["encrypted by AES"] = (Good with { Method = 99 }, ArchiveIssues.Encrypted),
        ["shrunk"] = (Good with { Method = 1 }, ArchiveIssues.UnsupportedMethod),
        ["deflate64"] = (Good with { Method = 9 }, ArchiveIssues.UnsupportedMethod),
        ["bzip2"] = (Good with { Method = 12 }, ArchiveIssues.UnsupportedMethod),
        ["LZMA"] = (Good with { Method = 14 }, ArchiveIssues.UnsupportedMethod),
        ["zstd"] = (Good with { Method = 93 }, ArchiveIssues.UnsupportedMethod),
        ["a method that doesn't exist"] = (Good with { Method = 777 }, ArchiveIssues.UnsupportedMethod),
    };

    public static TheoryData<string> Names => [.. Defects.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_faulty_entry_is_named_and_its_neighbours_are_read(string defect)
    {
        var (entry, code) = Defects[defect];

        var unzipped = await Unzipped.OfAsync(new RawZip(new RawEntry("a.json", Json), entry, new RawEntry("z.json", Json)));

        Assert.Null(unzipped.Rejection);
        Assert.Equal(["a.json", "x.json", "z.json"], unzipped.Entries.Select(read => read.Entry.Name));
        Assert.Equal(code, unzipped.TheIssue.Code);
        Assert.Equal("x.json", unzipped.TheIssue.Entry);
        Assert.Equal(unzipped.Entries[1].Content.Length, unzipped.TheIssue.Offset);
        Assert.Equal(Json, unzipped.Entries[0].Content);
        Assert.Equal(Json, unzipped.Entries[2].Content);
    }

    [Fact]
    public async Task Every_lie_about_a_size_in_every_field_is_found()
    {
        foreach (var method in (int[])[0, 8])
        {
            var entry = Good with { Method = method, IsWide = true };
            foreach (var truth in (long[])[Json.Length, entry.CompressedBytes.Length])
            {
                foreach (var lie in (long[])[0, 1, truth - 1, truth + 1, 1L << 31, uint.MaxValue, 1L << 62, long.MaxValue, long.MinValue, -1])
                {
                    RawEntry[] liars =
                    [
                        entry with { Size = lie }, entry with { CompressedSize = lie }, entry with { LocalSize = lie }, entry with { LocalCompressedSize = lie },
                        entry with { Size = lie, LocalSize = Json.Length }, entry with { CompressedSize = lie, LocalCompressedSize = entry.CompressedBytes.Length },
                    ];
                    foreach (var liar in liars)
                    {
                        var isTrue = (liar.Size ?? Json.Length) == Json.Length && (liar.LocalSize ?? Json.Length) == Json.Length
                            && (liar.CompressedSize ?? entry.CompressedBytes.Length) == entry.CompressedBytes.Length
                            && (liar.LocalCompressedSize ?? entry.CompressedBytes.Length) == entry.CompressedBytes.Length;
                        var unzipped = await Unzipped.OfAsync(new RawZip(liar) { IsWide = true });
                        Assert.Equal(isTrue, unzipped.Rejection is null && unzipped.Entries.All(read => read.Verdict is EntryVerdict.Whole));
                    }
                }
            }
        }
    }

    [Fact]
    public async Task A_mutated_zip_gives_an_issue_or_the_true_content_and_never_throws()
    {
        RawEntry[] entries =
        [
            new("a.json", Json), new("b.json", Json[..50]) { Method = 0 }, new("c.json", Json) { IsWide = true, Descriptor = (true, true) }, new("d/", []) { Method = 0 },
        ];
        var zip = new RawZip(entries) { IsWide = true, Comment = [1, 2, 3] }.Build();
        var truths = entries.Select(entry => Convert.ToHexString(entry.Content)).ToHashSet();
        var faulty = 0;

        await Gen.Select(Gen.Int[0, 3], Gen.Int[0, zip.Length - 1], Gen.Int[1, 60], Gen.Byte[1, 255]).SampleAsync(
            async (kind, at, length, bits) =>
            {
                length = Math.Min(length, zip.Length - at);
                byte[] mutant = kind switch
                {
                    0 => [.. zip[..at], (byte)(zip[at] ^ bits), .. zip[(at + 1)..]],
                    1 => [.. zip[..at], .. zip[(at + length)..]],
                    2 => [.. zip[..(at + length)], .. zip[at..]],
                    _ => [.. zip[..at], .. zip[^length..], .. zip[at..]],
                };
                var unzipped = await Unzipped.OfAsync(mutant);
                foreach (var entry in unzipped.Entries.Where(entry => entry.Verdict is EntryVerdict.Whole))
                    Assert.Contains(Convert.ToHexString(entry.Content), truths);
                if (unzipped.Rejection is not null || unzipped.Entries.Any(entry => entry.Verdict is EntryVerdict.Faulty))
                    Interlocked.Increment(ref faulty);
            },
            iter: 3_000);

        Assert.InRange(faulty, 2_000, 1_000_000);
    }
}
