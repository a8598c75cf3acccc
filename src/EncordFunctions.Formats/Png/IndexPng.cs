using System.IO.Compression;
using EncordFunctions.Formats.Painting;

namespace EncordFunctions.Formats.Png;

/// <summary>
/// A picture of numbers as a PNG: 8 bits with a palette, or 16 bits of gray where a number is greater than 255. A file that grows is sent bit by
/// bit, so that a large picture is never held as PNG.
/// </summary>
internal sealed class IndexPng(IOutputFiles files) : IDisposable
{
    private const int ChunkBytes = 1 << 16;
    private const int HeldBytes = 1 << 20;
    private const string ContentType = "image/png";

    private readonly MemoryStream _png = new();
    private byte[] _line = [];

    /// <param name="path">Where to.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="palette">The colours of its numbers from 0 on, three bytes each; for 16 bits they say nothing.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async ValueTask WriteAsync(string path, IndexPicture picture, ReadOnlyMemory<byte> palette, CancellationToken cancellationToken)
    {
        _png.SetLength(0);
        PngChunks.Begin(_png, picture.Width, picture.Height, (byte)(picture.IsWide ? 16 : 8), (byte)(picture.IsWide ? 0 : 3));
        if (!picture.IsWide)
        {
            var colours = PngChunks.BeginChunk(_png, "PLTE"u8);
            _png.Write(palette.Span);
            PngChunks.EndChunk(_png, colours);
        }

        OutputFile? file = null;
        try
        {
            var stride = 1 + (picture.IsWide ? 2 * picture.Width : picture.Width);
            if (_line.Length < stride) _line = new byte[stride];
            var data = PngChunks.BeginChunk(_png, "IDAT"u8);
            await using (var deflate = new ZLibStream(_png, PngChunks.Compression, leaveOpen: true))
            {
                for (var y = 0; y < picture.Height; y++)
                {
                    picture.CopyLine(y, _line.AsSpan(1, stride - 1));
                    deflate.Write(_line, 0, stride);
                    if (_png.Length - data < ChunkBytes) continue;
                    PngChunks.EndChunk(_png, data);
                    if (_png.Length > HeldBytes) await SendAsync(file ??= files.Create(path, ContentType), cancellationToken);
                    data = PngChunks.BeginChunk(_png, "IDAT"u8);
                }
            }
            PngChunks.EndChunk(_png, data);
            PngChunks.End(_png);
            if (file is null)
            {
                await files.PutAsync(path, ContentType, _png.GetBuffer().AsMemory(0, (int)_png.Length), cancellationToken);
                return;
            }
            await SendAsync(file, cancellationToken);
            await file.CommitAsync(cancellationToken);
        }
        finally
        {
            if (file is not null) await file.DisposeAsync();
        }
    }

    public void Dispose() => _png.Dispose();

    private ValueTask SendAsync(OutputFile file, CancellationToken cancellationToken)
    {
        var held = _png.GetBuffer().AsSpan(0, (int)_png.Length);
        held.CopyTo(file.GetSpan(held.Length));
        file.Advance(held.Length);
        _png.SetLength(0);
        return file.FlushAsync(cancellationToken);
    }
}
