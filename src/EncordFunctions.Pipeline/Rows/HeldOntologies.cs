using Azure.Storage.Blobs;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>The ontologies of the exports whose rows are processed now. Each is read once; beyond a few the one asked for least lately goes.</summary>
internal sealed class HeldOntologies(BlobContainerClient staging)
{
    private const int MostHeld = 4;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<ExportId, Task<Ontology?>> _held = [];

    /// <summary>The staged ontology of an export.</summary>
    /// <returns>Null where it is gone or can't be used.</returns>
    public async Task<Ontology?> FindAsync(ExportId export, CancellationToken cancellationToken)
    {
        Task<Ontology?> reading;
        lock (_lock)
        {
            // One that failed is read anew.
            if (!_held.Remove(export, out reading!) || reading.IsFaulted)
                reading = new StagedOntology(staging, export).ReadAsync(CancellationToken.None);
            _held.Add(export, reading);
            if (_held.Count > MostHeld) _held.RemoveAt(0);
        }
        // Others wait for the same reading, so the end of this row's try does not end it.
        return await reading.WaitAsync(cancellationToken);
    }
}
