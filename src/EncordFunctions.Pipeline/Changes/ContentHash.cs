using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Pipeline.Changes;

/// <summary>Values one after the other, and the hash of them. Numbers count bit by bit.</summary>
internal sealed class ContentHash
{
    private readonly ArrayBufferWriter<byte> _bytes = new(512);

    /// <summary>The same as a text of 32 hex digits; null for none, which is 0.</summary>
    public static string? Text(UInt128 hash) => hash == 0 ? null : hash.ToString("x32");

    /// <summary>The same, and a text also for none.</summary>
    public static string Whole(UInt128 hash) => hash.ToString("x32");

    /// <summary>Begins a new one.</summary>
    /// <param name="what">What it is of, so that equal values of two kinds are not the same.</param>
    public void Begin(char what)
    {
        _bytes.ResetWrittenCount();
        _bytes.GetSpan(1)[0] = (byte)what;
        _bytes.Advance(1);
    }

    public void Add(Vertex[] vertices)
    {
        Add(vertices.Length);
        foreach (var (x, y) in vertices) Add(x, y);
    }

    public void Add(params ReadOnlySpan<Vertex3D> vertices)
    {
        foreach (var (x, y, z) in vertices) Add(x, y, z);
    }

    public void Add(params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers) Add(number);
    }

    // 0 and -0 are one place.
    public void Add(double number) => Add(BitConverter.DoubleToInt64Bits(number + 0.0));

    public void Add(string? text)
    {
        Add(text?.Length ?? -1);
        Add(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    public void Add(UInt128 hash)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(_bytes.GetSpan(16), hash);
        _bytes.Advance(16);
    }

    public void Add(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), number);
        _bytes.Advance(sizeof(long));
    }

    public void Add(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public UInt128 End() => XxHash128.HashToUInt128(_bytes.WrittenSpan);
}
