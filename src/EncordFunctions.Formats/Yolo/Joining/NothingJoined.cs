using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats.Yolo.Joining;

/// <summary>The join of a task that no annotation of the export was written for: no file.</summary>
internal sealed class NothingJoined : IExportWriter
{
    public ValueTask BeginRowAsync(int ordinal, CancellationToken cancellationToken) => default;

    public ValueTask TakeAsync(FragmentRecord record, CancellationToken cancellationToken) => default;

    public ValueTask<long> CompleteAsync(CancellationToken cancellationToken) => new(0);

    public ValueTask DisposeAsync() => default;
}
