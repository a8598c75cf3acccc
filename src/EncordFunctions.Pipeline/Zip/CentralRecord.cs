using System.Buffers.Binary;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>One record of the central directory, over its bytes.</summary>
internal readonly ref struct CentralRecord
{
    /// <summary>The bytes before name, extra fields and comment.</summary>
    public const int FixedLength = 46;

    /// <summary>The longest a record can be.</summary>
    public const int LongestLength = FixedLength + 3 * ushort.MaxValue;

    private const int UnixHost = 3;
    private const uint UnixTypeMask = 0xF000_0000;
    private const uint UnixLink = 0xA000_0000;

    private readonly ReadOnlySpan<byte> _bytes;

    private CentralRecord(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public int Length => FixedLength + NameLength + ExtraLength + UInt16(32);

    public ZipFlags Flags => (ZipFlags)UInt16(8);

    public int Method => UInt16(10);

    public uint Crc => UInt32(16);

    public uint CompressedSize => UInt32(20);

    public uint Size => UInt32(24);

    public int Disk => UInt16(34);

    public uint HeaderOffset => UInt32(42);

    public bool IsLink => _bytes[5] == UnixHost && (UInt32(38) & UnixTypeMask) == UnixLink;

    public ReadOnlySpan<byte> Name => _bytes.Slice(FixedLength, NameLength);

    public ReadOnlySpan<byte> Extra => _bytes.Slice(FixedLength + NameLength, ExtraLength);

    private int NameLength => UInt16(28);

    private int ExtraLength => UInt16(30);

    /// <summary>The record at the start of <paramref name="bytes"/>; false where none is there whole.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out CentralRecord record)
    {
        record = default;
        if (bytes.Length < FixedLength || !bytes.StartsWith("PK\x01\x02"u8))
            return false;
        record = new CentralRecord(bytes);
        return record.Length <= bytes.Length;
    }

    private int UInt16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes[at..]);

    private uint UInt32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[at..]);
}
