using EncordFunctions.Formats;

namespace EncordFunctions.Bench.Masks;

/// <summary>A folder that takes small files and keeps none.</summary>
internal sealed class NoFiles : IOutputFiles
{
    public OutputFile Create(string path, string contentType) => throw new NotSupportedException();

    public ValueTask PutAsync(string path, string contentType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        default;
}
