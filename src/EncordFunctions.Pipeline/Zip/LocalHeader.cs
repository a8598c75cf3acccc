using System.Buffers.Binary;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>The header that stands before an entry's content, and the record that may stand behind it, held against the directory.</summary>
internal static class LocalHeader
{
    /// <summary>The bytes before name and extra fields.</summary>
    public const int FixedLength = 30;

    /// <summary>The longest data descriptor: signature, check sum and two 64-bit sizes.</summary>
    public const int LongestDescriptor = 24;

    private static ReadOnlySpan<byte> DescriptorSignature => "PK\x07\x08"u8;

    /// <summary>The bytes of name and extra fields, or -1 where no header is.</summary>
    public static int VariableLength(ReadOnlySpan<byte> header) => header.StartsWith("PK\x03\x04"u8)
        ? BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..])
        : -1;

    /// <summary>What differs from the directory, or null. Where sizes follow the content, the header may leave them out.</summary>
    public static string? Difference(ReadOnlySpan<byte> header, ReadOnlySpan<byte> nameAndExtra, ZipEntry entry)
    {
        var flags = (ZipFlags)BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        if (EntryName.Hash(nameAndExtra[..nameLength]) != entry.NameHash)
            return "another name";
        if (BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) != entry.Method)
            return "another compression method";
        if ((flags & ZipFlags.AnyEncryption) != 0)
            return "that it is encrypted";

        var crc = BinaryPrimitives.ReadUInt32LittleEndian(header[14..]);
        var compressedSize = BinaryPrimitives.ReadUInt32LittleEndian(header[18..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(header[22..]);
        var follow = (flags & ZipFlags.SizesFollow) != 0;
        if (crc != entry.Crc && !(follow && crc == 0))
            return "another check sum";
        if (!WideSizes.TryRead(size, compressedSize, 0, 0, nameAndExtra[nameLength..], out var sizes))
            return follow ? null : "no 64-bit sizes";
        return Agrees(sizes.Size, entry.Size) && Agrees(sizes.CompressedSize, entry.CompressedSize) ? null : "another size";

        bool Agrees(long said, long directory) => said == directory || (follow && said == 0);
    }

    /// <summary>Whether a data descriptor of any of its four forms, agreeing with the directory, is at the start of the bytes.</summary>
    public static bool HasDescriptor(ReadOnlySpan<byte> bytes, ZipEntry entry) =>
        (bytes.StartsWith(DescriptorSignature) && IsDescriptor(bytes[DescriptorSignature.Length..], entry)) || IsDescriptor(bytes, entry);

    private static bool IsDescriptor(ReadOnlySpan<byte> bytes, ZipEntry entry)
    {
        if (bytes.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != entry.Crc)
            return false;
        var isNarrow = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) == entry.CompressedSize
            && BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) == entry.Size;
        return isNarrow || (bytes.Length >= 20
            && BinaryPrimitives.ReadInt64LittleEndian(bytes[4..]) == entry.CompressedSize
            && BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]) == entry.Size);
    }
}
