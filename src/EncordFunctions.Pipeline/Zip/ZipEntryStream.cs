using System.IO.Compression;
using System.IO.Hashing;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>
/// The inflated bytes of one entry. Faulty content doesn't throw: the stream ends, at the size the directory gives at the latest, and
/// <see cref="Verdict"/> then says whether what was read may be used. So the bytes can be staged while they come, and believed afterwards.
/// It is read asynchronously only.
/// </summary>
public sealed class ZipEntryStream : ForwardStream
{
    private readonly ZipEntry _entry;
    private readonly CompressedContent? _content;
    private readonly Stream? _inflated;
    private readonly Func<CancellationToken, ValueTask<bool>>? _hasDescriptor;
    private readonly Crc32 _crc = new();
    private readonly byte[] _probe = new byte[1];
    private long _position;

    internal ZipEntryStream(ZipEntry entry, CompressedContent content, Func<CancellationToken, ValueTask<bool>> hasDescriptor)
    {
        (_entry, _content, _hasDescriptor) = (entry, content, hasDescriptor);
        _inflated = entry.Method == ZipMethods.Stored ? content : new DeflateStream(content, CompressionMode.Decompress);
    }

    private ZipEntryStream(ZipEntry entry) => _entry = entry;

    /// <summary>What became of the entry. Null until the stream gave its last byte, which is when a read gives 0.</summary>
    public EntryVerdict? Verdict { get; private set; }

    /// <summary>The bytes given out so far.</summary>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Verdict is not null || buffer.IsEmpty)
            return 0;
        var left = _entry.Size - _position;
        var wanted = left == 0 ? _probe : buffer[..(int)Math.Min(buffer.Length, left)];
        int count;
        try
        {
            count = await _inflated!.ReadAsync(wanted, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return End(ArchiveIssues.DamagedContent, $"The compressed content is damaged: it can't be inflated behind byte {_position}.");
        }

        if (count == 0)
            return await EndAsync(cancellationToken);
        if (left == 0)
            return End(ArchiveIssues.SizeMismatch, $"The entry has more than the {_entry.Size} bytes that the directory gives it.");
        _crc.Append(wanted.Span[..count]);
        _position += count;
        return count;
    }

    internal static ZipEntryStream Refused(ZipEntry entry, IssueCode code, string message)
    {
        var stream = new ZipEntryStream(entry);
        stream.End(code, message);
        return stream;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inflated?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The content has ended: was it where, and what, the directory says?</summary>
    private async ValueTask<int> EndAsync(CancellationToken cancellationToken)
    {
        // A decoder that still asks for input hasn't seen its end mark, even if all bytes are out.
        if (_entry.Method == ZipMethods.Deflate && _content!.FellShort)
            return End(ArchiveIssues.DamagedContent, $"The compressed content breaks off behind byte {_position} of {_entry.Size}.");
        if (_position < _entry.Size)
            return End(ArchiveIssues.SizeMismatch, $"The entry has {_position} bytes; the directory gives it {_entry.Size}.");
        if (!_content!.IsUsedUp)
            return End(ArchiveIssues.SizeMismatch, $"The content ends before the {_entry.CompressedSize} compressed bytes that the directory gives it.");
        if (_crc.GetCurrentHashAsUInt32() is var crc && crc != _entry.Crc)
            return End(ArchiveIssues.CrcMismatch, $"The content's check sum is {crc:x8}; the directory gives {_entry.Crc:x8}. The archive is damaged: upload it again.");
        if (!await _hasDescriptor!(cancellationToken))
            return End(ArchiveIssues.HeaderMismatch, "The record behind the content is missing, or says something else than the directory.");
        Verdict = new EntryVerdict.Whole(_position);
        return 0;
    }

    private int End(IssueCode code, string message)
    {
        Verdict = new EntryVerdict.Faulty(new Issue(code, message, _entry.Name, _position, ""));
        return 0;
    }
}
