using System.Buffers;
using System.Text;
using System.Text.Json;
using EncordFunctions.Formats;

namespace EncordFunctions.Local.Tests.Sample;

/// <summary>A row's folder in memory.</summary>
internal sealed class KeptFiles : IOutputFiles
{
    private readonly Dictionary<string, byte[]> _files = [];

    public IReadOnlyCollection<string> Paths => _files.Keys;

    public string Text(string path) => Encoding.UTF8.GetString(_files[path]);

    /// <summary>The lines of a file; none where it isn't there, as of a row without classifications.</summary>
    public IEnumerable<JsonElement> Lines(string path) => !_files.ContainsKey(path) ? [] :
        Text(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line));

    public OutputFile Create(string path, string contentType) => new Kept(this, path);

    public ValueTask PutAsync(string path, string contentType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        _files.Add(path, content.ToArray());
        return ValueTask.CompletedTask;
    }

    private sealed class Kept(KeptFiles files, string path) : OutputFile
    {
        private readonly ArrayBufferWriter<byte> _bytes = new();

        public override void Advance(int count) => _bytes.Advance(count);

        public override Memory<byte> GetMemory(int sizeHint = 0) => _bytes.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => _bytes.GetSpan(sizeHint);

        public override ValueTask FlushAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public override ValueTask CommitAsync(CancellationToken cancellationToken) =>
            files.PutAsync(path, "", _bytes.WrittenMemory, cancellationToken);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
