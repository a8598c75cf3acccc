using EncordFunctions.Formats;

namespace EncordFunctions.Bench.Rows;

/// <summary>A row's folder that counts bytes and keeps none. Its files share one buffer, as those of a process share their pool.</summary>
internal sealed class NoFolder : IOutputFiles
{
    private readonly Dictionary<string, NoFile> _files = [];
    private long _put;

    /// <summary>How many bytes were written to it.</summary>
    public long Length => _put + _files.Values.Sum(static file => file.Length);

    public OutputFile Create(string path, string contentType)
    {
        if (!_files.TryGetValue(path, out var file)) _files.Add(path, file = new NoFile());
        return file;
    }

    public ValueTask PutAsync(string path, string contentType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        _put += content.Length;
        return default;
    }
}
