using EncordFunctions.Formats;

namespace EncordFunctions.Bench.Coco;

/// <summary>A folder on disk for the joined file and what the join puts aside; it goes when the measurement is over.</summary>
internal sealed class DiskFolder : IExportFiles, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench-");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public OutputFile Create(string path, string contentType) => new DiskFile(PathOf(path));

    public OutputFile CreateScratch(string name) => new DiskFile(PathOf(name));

    public ValueTask<Stream> OpenScratchAsync(string name, CancellationToken cancellationToken) => new(File.OpenRead(PathOf(name)));

    public async ValueTask PutAsync(string path, string contentType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        await File.WriteAllBytesAsync(PathOf(path), content, cancellationToken);

    public void Dispose() => _folder.Delete(recursive: true);
}
