using Azure;
using Azure.Storage.Blobs.Models;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>
/// Sees to it that a row that has its verdict is not written again. The first file of a row is created, not overwritten: where it is there
/// already, an earlier run was here, and only then is a verdict looked for. A request for each row, to ask what hardly any of them has, is saved.
/// </summary>
/// <param name="isTaken">Called once where the file is there; what it throws ends the run before anything is overwritten.</param>
internal sealed class FirstFile(Func<CancellationToken, Task> isTaken)
{
    private static readonly BlobRequestConditions IsNew = new() { IfNoneMatch = ETag.All };

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _standing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? _first;

    /// <summary>Ends when the first file stands; never where it could not be written.</summary>
    public Task Standing => _standing.Task;

    /// <summary>Writes a file; others wait until the first one stands.</summary>
    /// <param name="write">Writes the file under the conditions it is given. It may be called twice.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task WriteAsync(Func<BlobRequestConditions?, Task> write, CancellationToken cancellationToken)
    {
        Task first;
        lock (_gate)
        {
            if (_first is null)
            {
                first = _first = WriteFirstAsync(write, cancellationToken);
                write = static _ => Task.CompletedTask;
            }
            else
            {
                first = _first;
            }
        }
        await first;
        await write(null);
    }

    private async Task WriteFirstAsync(Func<BlobRequestConditions?, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await write(IsNew);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // An earlier run, or an earlier try of this very request.
            await isTaken(cancellationToken);
            await write(null);
        }
        _standing.SetResult();
    }
}
