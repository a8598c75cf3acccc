using System.Buffers.Binary;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>Sizes and place of an entry in 64 bits: from the narrow fields, or where those are full, from the zip64 extra field.</summary>
internal readonly record struct WideSizes(long Size, long CompressedSize, long HeaderOffset)
{
    private const int Zip64Id = 1;
    private const int HeaderLength = 4;

    /// <summary>False where a narrow field points to a wide one that isn't there, is there twice, or is past what a file can have.</summary>
    public static bool TryRead(uint size, uint compressedSize, uint headerOffset, int disk, ReadOnlySpan<byte> extra, out WideSizes sizes)
    {
        sizes = new WideSizes(size, compressedSize, headerOffset);
        if (size != uint.MaxValue && compressedSize != uint.MaxValue && headerOffset != uint.MaxValue && disk != ushort.MaxValue)
            return disk == 0;
        if (!TryFind(extra, out var wide))
            return false;

        var at = 0;
        var whole = TryTake(wide, size == uint.MaxValue, size, ref at, out var wideSize)
            & TryTake(wide, compressedSize == uint.MaxValue, compressedSize, ref at, out var wideCompressed)
            & TryTake(wide, headerOffset == uint.MaxValue, headerOffset, ref at, out var wideOffset);
        sizes = new WideSizes(wideSize, wideCompressed, wideOffset);
        if (disk == ushort.MaxValue)
            whole &= at + 4 <= wide.Length && BinaryPrimitives.ReadUInt32LittleEndian(wide[at..]) == 0;
        return whole;
    }

    private static bool TryTake(ReadOnlySpan<byte> wide, bool isWide, uint narrow, ref int at, out long value)
    {
        value = narrow;
        if (!isWide)
            return true;
        if (at + sizeof(long) > wide.Length)
            return false;
        value = BinaryPrimitives.ReadInt64LittleEndian(wide[at..]);
        at += sizeof(long);
        return value >= 0;
    }

    private static bool TryFind(ReadOnlySpan<byte> extra, out ReadOnlySpan<byte> wide)
    {
        wide = default;
        var found = 0;
        while (extra.Length >= HeaderLength)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - HeaderLength)
                return false;
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == Zip64Id)
            {
                wide = extra.Slice(HeaderLength, length);
                found++;
            }

            extra = extra[(HeaderLength + length)..];
        }

        return found == 1;
    }
}
