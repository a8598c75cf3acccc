using System.Buffers;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>Lists the central directory through a buffer of fixed size, and checks that its entries lie apart and inside the file.</summary>
internal static class DirectoryReader
{
    private const int BufferLength = 1 << 20;
    private const int LocalHeaderLength = 30;
    private const string Repair = "Export it again, or zip its files again.";

    public static async Task<(ZipEntry[] Entries, Issue? Fault)> ReadAsync(RandomAccessSource source, EndRecord end, CancellationToken cancellationToken)
    {
        var entries = new ZipEntry[end.Entries];
        var listed = 0;
        var offset = end.DirectoryOffset;
        var left = end.DirectoryBytes;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            var (start, held) = (0, 0);
            while (listed < entries.Length)
            {
                if (held < CentralRecord.LongestLength && left > 0)
                {
                    buffer.AsSpan(start, held).CopyTo(buffer);
                    start = 0;
                    var more = (int)Math.Min(left, BufferLength - held);
                    await source.ReadAsync(offset + held, buffer.AsMemory(held, more), cancellationToken);
                    held += more;
                    left -= more;
                }

                var (length, fault) = Take(buffer.AsSpan(start, held), offset, end.DirectoryOffset, entries, listed);
                if (fault is not null)
                    return ([], fault);
                start += length;
                held -= length;
                offset += length;
                listed++;
            }

            return held + left == 0
                ? (entries, Arrange(entries, end.DirectoryOffset))
                : ([], Contradiction(offset, $"it goes on behind its last entry, number {entries.Length}"));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static (int Length, Issue? Fault) Take(ReadOnlySpan<byte> bytes, long offset, long contentEnd, ZipEntry[] entries, int index)
    {
        if (!CentralRecord.TryRead(bytes, out var record))
            return (0, Contradiction(offset, $"entry {index} of {entries.Length} is not where it should be"));
        var name = EntryName.Show(record.Name, record.Flags);
        if (record.Disk is not (0 or ushort.MaxValue))
            return (0, ArchiveFault.At(offset, ArchiveIssues.MultiDisk, "The archive is one part of several. Join the parts into one zip and upload that.", name));
        if (!WideSizes.TryRead(record.Size, record.CompressedSize, record.HeaderOffset, record.Disk, record.Extra, out var sizes))
            return (0, Contradiction(offset, "the 64-bit sizes of an entry are missing or too large", name));
        if (sizes.HeaderOffset > contentEnd || sizes.CompressedSize > contentEnd - sizes.HeaderOffset)
            return (0, Contradiction(offset, "an entry is said to lie outside the archive's content", name));

        entries[index] = new ZipEntry
        {
            Index = index,
            Name = name,
            Size = sizes.Size,
            CompressedSize = sizes.CompressedSize,
            Crc = record.Crc,
            Method = record.Method,
            Skip = record.IsLink ? SkipReason.Link : EntryName.Skip(record.Name),
            OntologyDepth = EntryName.OntologyDepth(record.Name),
            Flags = record.Flags,
            HeaderOffset = sizes.HeaderOffset,
            Limit = sizes.HeaderOffset + LocalHeaderLength + record.Name.Length + sizes.CompressedSize,
            NameHash = EntryName.Hash(record.Name),
        };
        return (record.Length, null);
    }

    /// <summary>Holds each entry's least extent against the next one's start, and gives it that start as its limit.</summary>
    private static Issue? Arrange(ZipEntry[] entries, long contentEnd)
    {
        var order = entries.Select(entry => entry.Index).ToArray();
        Array.Sort(entries.Select(entry => entry.HeaderOffset).ToArray(), order);
        if (entries[order[0]].HeaderOffset is var first and > 0)
            return ArchiveFault.At(0, ArchiveIssues.LeadingBytes, $"{first} bytes stand before the first entry. {Repair}");

        for (var place = 0; place < order.Length; place++)
        {
            var entry = entries[order[place]];
            var isLast = place + 1 == order.Length;
            var limit = isLast ? contentEnd : entries[order[place + 1]].HeaderOffset;
            if (entry.Limit > limit)
            {
                return isLast
                    ? Contradiction(entry.HeaderOffset, "its last entry runs into the directory", entry.Name)
                    : ArchiveFault.At(
                        limit,
                        ArchiveIssues.Overlap,
                        $"The entry overlaps \"{entries[order[place + 1]].Name}\": nothing of the archive is inflated. {Repair}",
                        entry.Name);
            }

            entries[order[place]] = entry with { Limit = limit };
        }

        return null;
    }

    private static Issue Contradiction(long offset, string what, string entry = "") => ArchiveFault.At(
        offset, ArchiveIssues.FaultyDirectory, $"The archive's directory can't be trusted: {what}. {Repair}", entry);
}
