using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>Opens the entries of an archive, one after the other, in constant memory. In directory order it reads the source about once from start to end.</summary>
public sealed class ZipEntryReader : IAsyncDisposable
{
    private readonly ReadAhead _content;

    /// <summary>Reads entries of <paramref name="directory"/>, which was read from the same <paramref name="source"/>. The source stays the caller's.</summary>
    public ZipEntryReader(RandomAccessSource source, ZipDirectory directory) => _content = new ReadAhead(source, directory.ContentEnd);

    /// <summary>
    /// Opens an entry. Where its headers are enough to know that it can't be read, the stream is empty and has its verdict already.
    /// A stream must not be used after the next one was opened. Only a failing source throws.
    /// </summary>
    public async ValueTask<ZipEntryStream> OpenAsync(ZipEntry entry, CancellationToken cancellationToken)
    {
        if (Unreadable(entry) is var (code, reason))
            return ZipEntryStream.Refused(entry, code, reason);

        var header = await ReadAsync(entry.HeaderOffset, LocalHeader.FixedLength, entry.Limit, cancellationToken);
        var variableLength = header is null ? -1 : LocalHeader.VariableLength(header);
        if (variableLength < 0)
            return Mismatch("There is no header where the directory says.");
        var start = entry.HeaderOffset + LocalHeader.FixedLength + variableLength;
        var variable = await ReadAsync(start - variableLength, variableLength, entry.Limit, cancellationToken);
        if (variable is null || entry.CompressedSize > entry.Limit - start)
            return Mismatch("Header and content run into what stands behind the entry.");
        if (LocalHeader.Difference(header, variable, entry) is { } difference)
            return Mismatch($"The entry's header says {difference}, unlike the directory.");

        var end = start + entry.CompressedSize;
        return new ZipEntryStream(entry, new CompressedContent(_content, start, end), HasDescriptorAsync);

        ZipEntryStream Mismatch(string message) => ZipEntryStream.Refused(entry, ArchiveIssues.HeaderMismatch, message);

        async ValueTask<bool> HasDescriptorAsync(CancellationToken cancellationToken)
        {
            if ((entry.Flags & ZipFlags.SizesFollow) == 0)
                return true;
            var length = (int)Math.Min(LocalHeader.LongestDescriptor, entry.Limit - end);
            return LocalHeader.HasDescriptor(await ReadAsync(end, length, entry.Limit, cancellationToken), entry);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _content.DisposeAsync();

    /// <summary>What the directory alone says against an entry.</summary>
    private static (IssueCode Code, string Reason)? Unreadable(ZipEntry entry)
    {
        if (entry.IsEncrypted)
            return (ArchiveIssues.Encrypted, "The entry is encrypted. Zip the export without a password.");
        if (entry.Method is not (ZipMethods.Stored or ZipMethods.Deflate))
            return (ArchiveIssues.UnsupportedMethod, $"The entry is compressed by method {ZipMethods.Name(entry.Method)}; only stored and deflate are read. Zip it again.");
        if (entry.Method == ZipMethods.Stored && entry.Size != entry.CompressedSize)
            return (ArchiveIssues.SizeMismatch, $"The entry is stored, but its sizes are {entry.CompressedSize} and {entry.Size} bytes.");
        return null;
    }

    /// <summary>A few bytes before <paramref name="limit"/>, which may lie across two windows; null where there are fewer.</summary>
    private async ValueTask<byte[]?> ReadAsync(long offset, int length, long limit, CancellationToken cancellationToken)
    {
        if (length > limit - offset)
            return null;
        var bytes = new byte[length];
        for (var at = 0; at < length;)
        {
            var held = await _content.GetAsync(offset + at, cancellationToken);
            var count = Math.Min(held.Length, length - at);
            held.Span[..count].CopyTo(bytes.AsSpan(at));
            at += count;
        }

        return bytes;
    }
}
