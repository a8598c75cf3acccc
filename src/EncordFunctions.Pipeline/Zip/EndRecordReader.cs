using System.Buffers.Binary;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>
/// Finds the end record, strictly: it ends where the file ends, no second one could be meant, and the directory ends where the end record
/// begins. An archive inside the comment of another is two archives, one for each way of reading, so it is neither here.
/// </summary>
internal static class EndRecordReader
{
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LocatorLength = 20;
    private const int WideLength = 56;
    private const int DirectoryRecordLength = 46;
    private const string Repair = "Export it again, or zip its files again.";

    private static ReadOnlySpan<byte> EndSignature => "PK\x05\x06"u8;

    private static ReadOnlySpan<byte> LocatorSignature => "PK\x06\x07"u8;

    private static ReadOnlySpan<byte> WideSignature => "PK\x06\x06"u8;

    private static ReadOnlySpan<byte> DirectorySignature => "PK\x01\x02"u8;

    public static async Task<(EndRecord? Record, Issue? Fault)> ReadAsync(RandomAccessSource source, CancellationToken cancellationToken)
    {
        if (source.Length == 0)
            return Fault(0, ArchiveIssues.NotAZip, ForeignFormat.Describe([]));
        var tail = new byte[Math.Min(source.Length, LocatorLength + EndLength + LongestComment)];
        var tailOffset = source.Length - tail.Length;
        await source.ReadAsync(tailOffset, tail, cancellationToken);

        var at = FindFitting(tail);
        if (at < 0)
            return (null, await MissingAsync(source, tail, cancellationToken));
        var next = tail.AsSpan(at + EndSignature.Length).IndexOf(EndSignature);
        if (next >= 0)
        {
            return Fault(
                tailOffset + at + EndSignature.Length + next,
                ArchiveIssues.AmbiguousEnd,
                $"A second end record stands in the archive's comment, so two readers could see two archives. {Repair}");
        }

        var end = tailOffset + at;
        var narrow = tail.AsSpan(at, EndLength);
        var claims = new Claims(
            BinaryPrimitives.ReadUInt16LittleEndian(narrow[4..]),
            BinaryPrimitives.ReadUInt16LittleEndian(narrow[6..]),
            BinaryPrimitives.ReadUInt16LittleEndian(narrow[8..]),
            BinaryPrimitives.ReadUInt16LittleEndian(narrow[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(narrow[12..]),
            BinaryPrimitives.ReadUInt32LittleEndian(narrow[16..]));
        if (at >= LocatorLength && tail.AsSpan(at - LocatorLength).StartsWith(LocatorSignature))
        {
            var locator = tail.AsMemory(at - LocatorLength, LocatorLength);
            var (wide, wideOffset, fault) = await ReadWideAsync(source, locator, end - LocatorLength, claims, cancellationToken);
            if (fault is not null)
                return (null, fault);
            (claims, end) = (wide!.Value, wideOffset);
        }

        return await CheckAsync(source, claims, end, cancellationToken);
    }

    /// <summary>The first end record whose comment ends where the file ends, or -1.</summary>
    private static int FindFitting(ReadOnlySpan<byte> tail)
    {
        for (var at = 0; at + EndLength <= tail.Length; at++)
        {
            var step = tail[at..].IndexOf(EndSignature);
            if (step < 0 || (at += step) + EndLength > tail.Length)
                return -1;
            if (at + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) == tail.Length)
                return at;
        }

        return -1;
    }

    private static async Task<Issue> MissingAsync(RandomAccessSource source, byte[] tail, CancellationToken cancellationToken)
    {
        var head = new byte[Math.Min(source.Length, ForeignFormat.HeadLength)];
        await source.ReadAsync(0, head, cancellationToken);
        if (!ForeignFormat.LooksLikeZip(head))
            return ArchiveFault.At(0, ArchiveIssues.NotAZip, ForeignFormat.Describe(head));

        var last = tail.AsSpan().LastIndexOf(EndSignature);
        if (last >= 0 && last + EndLength <= tail.Length)
        {
            var end = last + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(last + 20));
            if (end < tail.Length)
            {
                return ArchiveFault.At(
                    source.Length - tail.Length + end,
                    ArchiveIssues.TrailingBytes,
                    $"{tail.Length - end} bytes follow the end of the archive. Upload the archive alone.");
            }
        }

        return ArchiveFault.At(source.Length, ArchiveIssues.Truncated, $"The archive's end is missing after {source.Length} bytes: it was cut short. Upload it again.");
    }

    private static async Task<(Claims? Claims, long Offset, Issue? Fault)> ReadWideAsync(
        RandomAccessSource source, ReadOnlyMemory<byte> locator, long locatorOffset, Claims narrow, CancellationToken cancellationToken)
    {
        var disk = BinaryPrimitives.ReadUInt32LittleEndian(locator.Span[4..]);
        var offset = BinaryPrimitives.ReadInt64LittleEndian(locator.Span[8..]);
        var disks = BinaryPrimitives.ReadUInt32LittleEndian(locator.Span[16..]);
        if (disk != 0 || disks > 1)
            return (null, 0, MultiDisk(locatorOffset));
        if (offset < 0 || offset > locatorOffset - WideLength)
            return (null, 0, Contradiction(locatorOffset, "its 64-bit end record is said to stand where it can't"));

        var record = new byte[WideLength];
        await source.ReadAsync(offset, record, cancellationToken);
        if (!record.AsSpan().StartsWith(WideSignature) || BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(4)) != locatorOffset - offset - 12)
            return (null, 0, Contradiction(offset, "its 64-bit end record isn't where it's said to stand"));
        var wide = new Claims(
            BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(16)),
            BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(20)),
            BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(24)),
            BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(32)),
            BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(40)),
            BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(48)));
        return wide.Agrees(narrow) ? (wide, offset, null) : (null, 0, Contradiction(offset, "its two end records differ"));
    }

    private static async Task<(EndRecord? Record, Issue? Fault)> CheckAsync(RandomAccessSource source, Claims claims, long end, CancellationToken cancellationToken)
    {
        if (claims.Disk != 0 || claims.DirectoryDisk != 0)
            return (null, MultiDisk(end));
        if (claims.EntriesHere != claims.Entries)
            return (null, Contradiction(end, $"it counts {claims.EntriesHere} entries and {claims.Entries} entries"));
        if (claims.DirectoryBytes > (ulong)end || claims.DirectoryOffset > (ulong)end)
            return (null, Contradiction(end, "the directory is said to lie outside the file"));

        var (bytes, offset) = ((long)claims.DirectoryBytes, (long)claims.DirectoryOffset);
        if (offset + bytes != end)
        {
            return offset < end - bytes && await HasDirectoryAsync(source, end - bytes, bytes, cancellationToken)
                ? (null, Leading(end - bytes - offset))
                : (null, Contradiction(end, "the directory doesn't lie where it's said to"));
        }

        if ((ulong)bytes / DirectoryRecordLength < claims.Entries || (claims.Entries == 0 && bytes != 0))
            return (null, Contradiction(end, $"{claims.Entries} entries can't take {bytes} bytes of directory"));
        if (claims.Entries == 0 && offset != 0)
            return (null, Leading(offset));
        return (new EndRecord((long)claims.Entries, offset, bytes), null);
    }

    private static async Task<bool> HasDirectoryAsync(RandomAccessSource source, long offset, long bytes, CancellationToken cancellationToken)
    {
        if (bytes < DirectoryRecordLength)
            return false;
        var signature = new byte[DirectorySignature.Length];
        await source.ReadAsync(offset, signature, cancellationToken);
        return signature.AsSpan().SequenceEqual(DirectorySignature);
    }

    private static (EndRecord? Record, Issue? Fault) Fault(long offset, IssueCode code, string message) => (null, ArchiveFault.At(offset, code, message));

    private static Issue Leading(long bytes) => ArchiveFault.At(
        0, ArchiveIssues.LeadingBytes, $"{bytes} bytes too many stand before the archive's directory. {Repair}");

    private static Issue MultiDisk(long offset) => ArchiveFault.At(
        offset, ArchiveIssues.MultiDisk, "The archive is one part of several. Join the parts into one zip and upload that.");

    private static Issue Contradiction(long offset, string what) => ArchiveFault.At(
        offset, ArchiveIssues.FaultyDirectory, $"The archive's directory can't be trusted: {what}. {Repair}");

    /// <summary>The fields of an end record, of either width.</summary>
    private readonly record struct Claims(uint Disk, uint DirectoryDisk, ulong EntriesHere, ulong Entries, ulong DirectoryBytes, ulong DirectoryOffset)
    {
        /// <summary>Whether each narrow field has this value, or the highest, which stands for "see the wide one".</summary>
        public bool Agrees(Claims narrow) =>
            (narrow.Disk == ushort.MaxValue || narrow.Disk == Disk)
            && (narrow.DirectoryDisk == ushort.MaxValue || narrow.DirectoryDisk == DirectoryDisk)
            && (narrow.EntriesHere == ushort.MaxValue || narrow.EntriesHere == EntriesHere)
            && (narrow.Entries == ushort.MaxValue || narrow.Entries == Entries)
            && (narrow.DirectoryBytes == uint.MaxValue || narrow.DirectoryBytes == DirectoryBytes)
            && (narrow.DirectoryOffset == uint.MaxValue || narrow.DirectoryOffset == DirectoryOffset);
    }
}
