using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace EncordFunctions.Pipeline.Tests.Zip;

/// <summary>One entry of a zip under construction. What isn't set is true; what is set is written as it stands, true or not.</summary>
internal sealed record RawEntry(string Name, byte[] Content)
{
    public int Method { get; init; } = 8;

    public int Flags { get; init; }

    public byte[]? RawName { get; init; }

    public byte[]? Compressed { get; init; }

    public uint? Crc { get; init; }

    public long? Size { get; init; }

    public long? CompressedSize { get; init; }

    public long? HeaderOffset { get; init; }

    public int Disk { get; init; }

    public bool IsWide { get; init; }

    public byte[] Extra { get; init; } = [];

    public byte[] LocalExtra { get; init; } = [];

    public byte[] Comment { get; init; } = [];

    public uint Attributes { get; init; }

    public string? LocalName { get; init; }

    public int? LocalMethod { get; init; }

    public int? LocalFlags { get; init; }

    public uint? LocalCrc { get; init; }

    public long? LocalSize { get; init; }

    public long? LocalCompressedSize { get; init; }

    public bool HasLocalHeader { get; init; } = true;

    /// <summary>Null: no descriptor. Else whether it has a signature and 64-bit sizes.</summary>
    public (bool Signed, bool Wide)? Descriptor { get; init; }

    public byte[]? RawDescriptor { get; init; }

    public byte[] Gap { get; init; } = [];

    public byte[] NameBytes => RawName ?? Encoding.UTF8.GetBytes(Name);

    public byte[] CompressedBytes => Compressed ?? (Method == 0 ? Content : Deflated(Content));

    private int AllFlags => Flags | (Descriptor is null ? 0 : 8) | (RawName is null && NameBytes.Length != Name.Length ? 1 << 11 : 0);

    private uint TrueCrc => Crc ?? Crc32.HashToUInt32(Content);

    private long TrueSize => Size ?? Content.Length;

    private long TrueCompressedSize => CompressedSize ?? CompressedBytes.Length;

    public static byte[] Deflated(byte[] content)
    {
        // The framework writes nothing at all for nothing; the format wants an empty block.
        if (content.Length == 0)
            return [3, 0];
        var bytes = new MemoryStream();
        using (var deflate = new DeflateStream(bytes, CompressionLevel.Fastest))
            deflate.Write(content);
        return bytes.ToArray();
    }

    public void WriteLocal(MemoryStream zip)
    {
        if (HasLocalHeader)
        {
            var follow = Descriptor is not null;
            var size = LocalSize ?? (follow ? 0 : TrueSize);
            var compressedSize = LocalCompressedSize ?? (follow ? 0 : TrueCompressedSize);
            var wide = IsWide ? Wide(size, compressedSize) : [];
            var name = LocalName is null ? NameBytes : Encoding.UTF8.GetBytes(LocalName);
            zip.Write("PK\x03\x04"u8);
            Write16(zip, 45, LocalFlags ?? AllFlags, LocalMethod ?? Method, 0, 0);
            Write32(zip, LocalCrc ?? (follow ? 0 : TrueCrc), Narrow(compressedSize), Narrow(size));
            Write16(zip, name.Length, wide.Length + LocalExtra.Length);
            zip.Write([.. name, .. wide, .. LocalExtra]);
        }

        zip.Write(CompressedBytes);
        if (RawDescriptor is not null)
            zip.Write(RawDescriptor);
        else if (Descriptor is var (signed, wideDescriptor))
            WriteDescriptor(zip, signed, wideDescriptor);
        zip.Write(Gap);
    }

    public void WriteCentral(MemoryStream zip, long offset)
    {
        offset = HeaderOffset ?? offset;
        var wide = IsWide ? Wide(TrueSize, TrueCompressedSize, offset) : [];
        zip.Write("PK\x01\x02"u8);
        Write16(zip, 3 << 8 | 45, 45, AllFlags, Method, 0, 0);
        Write32(zip, TrueCrc, Narrow(TrueCompressedSize), Narrow(TrueSize));
        Write16(zip, NameBytes.Length, wide.Length + Extra.Length, Comment.Length, Disk, 0);
        Write32(zip, Attributes, Narrow(offset));
        zip.Write([.. NameBytes, .. wide, .. Extra, .. Comment]);
    }

    public static void Write16(MemoryStream zip, params ReadOnlySpan<int> values)
    {
        Span<byte> bytes = stackalloc byte[2];
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
            zip.Write(bytes);
        }
    }

    public static void Write32(MemoryStream zip, params ReadOnlySpan<uint> values)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
            zip.Write(bytes);
        }
    }

    public static void Write64(MemoryStream zip, params ReadOnlySpan<long> values)
    {
        Span<byte> bytes = stackalloc byte[8];
        foreach (var value in values)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
            zip.Write(bytes);
        }
    }

    /// <summary>The zip64 extra field; empty without values.</summary>
    public static byte[] Wide(params ReadOnlySpan<long> values)
    {
        var field = new MemoryStream();
        Write16(field, 1, values.Length * 8);
        Write64(field, values);
        return field.ToArray();
    }

    private uint Narrow(long value) => IsWide ? uint.MaxValue : (uint)value;

    private void WriteDescriptor(MemoryStream zip, bool signed, bool wide)
    {
        if (signed)
            zip.Write("PK\x07\x08"u8);
        Write32(zip, TrueCrc);
        if (wide)
            Write64(zip, TrueCompressedSize, TrueSize);
        else
            Write32(zip, (uint)TrueCompressedSize, (uint)TrueSize);
    }
}
