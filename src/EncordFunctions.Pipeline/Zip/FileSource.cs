using Microsoft.Win32.SafeHandles;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>An archive on disk.</summary>
public sealed class FileSource : RandomAccessSource, IDisposable
{
    private readonly SafeFileHandle _file;

    /// <summary>Opens the file at <paramref name="path"/> for reading.</summary>
    public FileSource(string path)
    {
        _file = File.OpenHandle(path, options: FileOptions.Asynchronous | FileOptions.RandomAccess);
        Length = RandomAccess.GetLength(_file);
    }

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    public override async ValueTask ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (!buffer.IsEmpty)
        {
            var read = await RandomAccess.ReadAsync(_file, buffer, offset, cancellationToken);
            if (read == 0)
                throw new EndOfStreamException("The file became shorter while it was read.");
            offset += read;
            buffer = buffer[read..];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
