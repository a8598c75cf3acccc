using System.IO.Compression;
using System.IO.Hashing;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline.Tests.Zip;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Fuzz.Targets;

/// <summary>
/// Whatever is accepted is what another reader sees too, byte by byte; nothing is inflated past what the directory promised and the limits
/// allow; and everything else is an issue.
/// </summary>
internal sealed class ZipTarget : FuzzTarget
{
    private static readonly ArchiveLimits Limits = new() { EntryBytes = 8 << 20, ArchiveBytes = 16 << 20, Entries = 1_000 };

    public override string Name => "zip";

    public override IReadOnlyList<byte[]> Tokens { get; } =
    [
        [.. "PK\x01\x02"u8], [.. "PK\x03\x04"u8], [.. "PK\x05\x06"u8], [.. "PK\x06\x06"u8], [.. "PK\x06\x07"u8], [.. "PK\x07\x08"u8], [.. "a.json"u8], [.. "../"u8],
        [0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [1, 0, 16, 0], [3, 0], [0, 0, 0, 0x80], [0xFF, 0xFF, 0xFF, 0x7F],
    ];

    public override int LongestInput => 1 << 14;

    /// <summary>The inflated .json entries of a good archive.</summary>
    public static IEnumerable<byte[]> Contents(ReadOnlyMemory<byte> zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip.ToArray()));
        foreach (var entry in archive.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.Ordinal)))
        {
            var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            yield return content.ToArray();
        }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        foreach (var level in Enum.GetValues<CompressionLevel>())
        {
            foreach (var isSeekable in (bool[])[true, false])
            {
                var bytes = new MemoryStream();
                using (var archive = new ZipArchive(isSeekable ? bytes : new OneWayStream(bytes), ZipArchiveMode.Create, leaveOpen: true))
                {
                    foreach (var name in (string[])["a.json", "ontology.json", "folder/", "folder/ß.json", "note.txt"])
                    {
                        using var entry = archive.CreateEntry(name, level).Open();
                        if (!name.EndsWith('/')) entry.Write("[{\"label_hash\":\"abc\",\"data_units\":{}},{\"label_hash\":\"abd\",\"data_units\":{}}]"u8);
                    }
                    archive.Comment = isSeekable ? "a comment" : "";
                }
                yield return bytes.ToArray();
            }
        }
        if (SampleExport.CreateWithFault().Content is { Length: <= 1 << 14 } sample) yield return sample.ToArray();
    }

    public override string Run(byte[] input)
    {
        var reading = ZipDirectory.ReadAsync(new BytesSource(input), Limits, CancellationToken.None).GetAwaiter().GetResult();
        if (reading is ZipReading.Rejected { Issue: var issue }) return Check(issue, input.Length);
        var directory = ((ZipReading.Readable)reading).Directory;
        var outcome = new SortedSet<string>(StringComparer.Ordinal);
        var whole = new Dictionary<int, byte[]>();
        var total = 0L;
        var reader = new ZipEntryReader(new BytesSource(input), directory);
        foreach (var entry in directory.JsonEntries)
        {
            var (content, verdict) = ReadAsync(reader, entry).GetAwaiter().GetResult();
            FindingException.Unless(content.Length <= entry.Size && (total += content.Length) <= Limits.ArchiveBytes, "no more is inflated than was promised and is allowed");
            outcome.Add(verdict is EntryVerdict.Faulty { Issue: var fault } ? Check(fault, entry.Size) : "whole");
            if (verdict is not EntryVerdict.Whole) continue;
            FindingException.Unless(content.Length == entry.Size && Crc32.HashToUInt32(content) == entry.Crc, "a whole entry has its size and its check sum");
            whole.Add(entry.Index, content);
        }
        reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        if (whole.Count > 0) outcome.Add(Compare(input, directory.Entries.Count, whole));
        return string.Join(',', outcome);
    }

    private static async Task<(byte[] Content, EntryVerdict? Verdict)> ReadAsync(ZipEntryReader reader, ZipEntry entry)
    {
        await using var stream = await reader.OpenAsync(entry, CancellationToken.None);
        var content = new MemoryStream();
        await stream.CopyToAsync(content, CancellationToken.None);
        FindingException.Unless(stream.Verdict is not null, "an entry that was read has a verdict");
        return (content.ToArray(), stream.Verdict);
    }

    private static string Compare(byte[] input, int count, Dictionary<int, byte[]> whole)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(input));
            FindingException.Unless(archive.Entries.Count == count, "the framework lists as many entries");
            foreach (var (index, content) in whole)
            {
                var other = new MemoryStream();
                using (var stream = archive.Entries[index].Open()) stream.CopyTo(other);
                FindingException.Unless(content.AsSpan().SequenceEqual(other.ToArray()), "the framework reads the same bytes");
            }
            return "both";
        }
        catch (InvalidDataException)
        {
            return "ours only";
        }
    }

    private static string Check(Issue issue, long length)
    {
        FindingException.Unless(issue.Offset >= 0 && issue.Offset <= length, "an issue lies in what it is about");
        FindingException.Unless(!issue.Message.AsSpan().ContainsAny('\n', '\r', '\u001b'), "an issue is one line, safe to show");
        return issue.Code.Id;
    }
}
