using System.IO.Compression;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>
/// A row's fragment as a column of its verdict, deflated: of 50 polygons of 36 points it has 123 KB, and a third of that here. What is larger
/// than a property takes stays out: the emulator holds its tables in memory.
/// </summary>
internal static class FragmentColumn
{
    // Numbers as text and doubles of neighbouring points hardly shrink to less than a quarter, so longer ones are not tried.
    private const int MostTried = 4 * StorageLimits.BinaryBytes;

    // Records are read by their heads of a few bytes, and every read of the inflater costs.
    private const int ReadAtOnce = 16 * 1024;

    /// <returns>The column; null where the fragment is too large for one.</returns>
    public static byte[]? Pack(ReadOnlySpan<byte> fragment)
    {
        if (fragment.Length > MostTried) return null;
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(fragment);
        return packed.Length <= StorageLimits.BinaryBytes ? packed.ToArray() : null;
    }

    /// <summary>The fragment, inflated while it is read.</summary>
    /// <param name="column">What <see cref="Pack"/> gave.</param>
    public static Stream Unpack(byte[] column) =>
        new BufferedStream(new DeflateStream(new MemoryStream(column, writable: false), CompressionMode.Decompress), ReadAtOnce);
}
