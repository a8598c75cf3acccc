using Microsoft.Win32.SafeHandles;

namespace EncordFunctions.Local.Inspect;

/// <summary>Finds the line and column of an offset in UTF-8 text: it remembers where each block of the text begins and reads that block again.</summary>
internal sealed class LineIndex
{
    private const int BlockBytes = 16 * 1024;

    private readonly List<TextPlace> _blocks = [];
    private readonly byte[] _block = new byte[BlockBytes];
    private TextPlace _end = new(1, 1);
    private int _inBlock = BlockBytes;

    /// <summary>Takes the next bytes of the text.</summary>
    public void Push(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_inBlock == BlockBytes)
            {
                _blocks.Add(_end);
                _inBlock = 0;
            }
            var own = bytes[..Math.Min(bytes.Length, BlockBytes - _inBlock)];
            _end = After(_end, own);
            _inBlock += own.Length;
            bytes = bytes[own.Length..];
        }
    }

    /// <summary>The place of an offset. One at a time may ask.</summary>
    /// <param name="text">The file with the text.</param>
    /// <param name="offset">An offset in it.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async ValueTask<TextPlace> FindAsync(SafeFileHandle text, long offset, CancellationToken cancellationToken)
    {
        var number = (int)(offset / BlockBytes);
        if (number >= _blocks.Count) return _end;
        var read = await RandomAccess.ReadAsync(text, _block.AsMemory(0, (int)(offset % BlockBytes)), (long)number * BlockBytes, cancellationToken);
        return After(_blocks[number], _block.AsSpan(0, read));
    }

    private static TextPlace After(TextPlace before, ReadOnlySpan<byte> bytes)
    {
        var (line, column) = before;
        if (bytes.LastIndexOf((byte)'\n') is >= 0 and var last)
        {
            line += bytes.Count((byte)'\n');
            column = 1;
            bytes = bytes[(last + 1)..];
        }
        // The first byte of a character counts, for two units where it begins one of four bytes.
        foreach (var value in bytes) column += (value & 0xC0) == 0x80 ? 0 : value >= 0xF0 ? 2 : 1;
        return new TextPlace(line, column);
    }
}
