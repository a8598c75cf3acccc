using System.Buffers;
using System.IO.Compression;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>
/// A row's fragment as a column of its verdict, compressed: of 50 annotations of all kinds a quarter is left. What is larger than a property
/// takes stays out: the emulator holds its tables in memory.
/// </summary>
internal static class FragmentColumn
{
    // Longer ones hardly ever shrink to what a property takes, so they are not tried.
    private const int MostTried = 4 * StorageLimits.BinaryBytes;

    // Of the levels of Brotli the quickest one: it takes two thirds of the time of the quickest deflate, and two thirds of its bytes are left.
    private const int Quality = 1;
    private const int WindowBits = 18;

    // Records are read by their heads of a few bytes, and every read of the decoder costs.
    private const int ReadAtOnce = 16 * 1024;

    /// <returns>The column; null where the fragment is too large for one.</returns>
    public static byte[]? Pack(ReadOnlySpan<byte> fragment)
    {
        if (fragment.Length > MostTried) return null;
        var packed = ArrayPool<byte>.Shared.Rent(StorageLimits.BinaryBytes);
        try
        {
            return BrotliEncoder.TryCompress(fragment, packed.AsSpan(0, StorageLimits.BinaryBytes), out var length, Quality, WindowBits)
                ? packed[..length]
                : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    /// <summary>The fragment, decompressed while it is read.</summary>
    /// <param name="column">What <see cref="Pack"/> gave.</param>
    public static Stream Unpack(byte[] column) =>
        new BufferedStream(new BrotliStream(new MemoryStream(column, writable: false), CompressionMode.Decompress), ReadAtOnce);
}
