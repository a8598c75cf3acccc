using System.Buffers;
using System.Text;

namespace EncordFunctions.Formats.Tests.Support;

/// <summary>A folder in memory that keeps the promises of the real one: only what was committed is there.</summary>
internal sealed class MemoryFiles : IExportFiles
{
    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> ContentTypes { get; } = [];

    public int Flushes { get; private set; }

    public string Text(string path) => Encoding.UTF8.GetString(Files[path]);

    public SortedDictionary<string, byte[]> Scratch { get; } = new(StringComparer.Ordinal);

    public OutputFile Create(string path, string contentType) => new MemoryFile(this, content => Add(path, contentType, content));

    public OutputFile CreateScratch(string name) => new MemoryFile(this, content => Scratch.Add(name, content));

    public ValueTask<Stream> OpenScratchAsync(string name, CancellationToken cancellationToken) => new(new MemoryStream(Scratch[name], writable: false));

    public ValueTask PutAsync(string path, string contentType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        Add(path, contentType, content.ToArray());
        return default;
    }

    private void Add(string path, string contentType, byte[] content)
    {
        Files.Add(path, content);
        ContentTypes[path] = contentType;
    }

    private sealed class MemoryFile(MemoryFiles folder, Action<byte[]> commit) : OutputFile
    {
        private readonly ArrayBufferWriter<byte> _content = new();

        public override void Advance(int count) => _content.Advance(count);

        public override Memory<byte> GetMemory(int sizeHint = 0) => _content.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => _content.GetSpan(sizeHint);

        public override ValueTask FlushAsync(CancellationToken cancellationToken)
        {
            folder.Flushes++;
            return default;
        }

        public override ValueTask CommitAsync(CancellationToken cancellationToken)
        {
            commit(_content.WrittenSpan.ToArray());
            return default;
        }

        public override ValueTask DisposeAsync() => default;
    }
}
