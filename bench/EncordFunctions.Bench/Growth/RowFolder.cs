using EncordFunctions.Bench.Coco;
using EncordFunctions.Formats;

namespace EncordFunctions.Bench.Growth;

/// <summary>A row's folder on disk. The next row's files take the place of those before, so that the disk need not grow with the rows.</summary>
internal sealed class RowFolder(DiskFolder folder) : IOutputFiles
{
    public OutputFile Create(string path, string contentType) => new DiskFile(folder.PathOf(Path.GetFileName(path)));

    public async ValueTask PutAsync(string path, string contentType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        await File.WriteAllBytesAsync(folder.PathOf("small"), content, cancellationToken);
}
