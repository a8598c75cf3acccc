using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;

namespace EncordFunctions.Pipeline.Rehearsing;

/// <summary>
/// A run of the steps that reads the storage and changes nothing in it: what they write is held here, to be looked at. Of a derivative its hash
/// is held; what goes to the staging container may be read again, so it lies in a temporary folder. What was found to be other than it should be
/// can be corrected here, so that later steps do not read it as it stands.
/// </summary>
internal sealed class Rehearsal : IDisposable
{
    private const int MostCorrected = 1_000;

    private readonly Lock _gate = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("encordfunctions-verify-");
    private readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>The derivatives that were written, by blob name.</summary>
    public SortedDictionary<string, RehearsedFile> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The entities that were written, by table and key.</summary>
    public Dictionary<(string Table, string Partition, string Row), RehearsedEntity> Entities { get; } = [];

    /// <summary>Verdicts as they should be, by key, where others stand.</summary>
    public Dictionary<(string Partition, string Row), TableEntity> Verdicts { get; } = [];

    /// <summary>Files of rows as they should be, by blob name, where others stand; null where none should.</summary>
    public SortedDictionary<string, BlobItem?> RowFiles { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether so much was corrected that no more is taken, and what remains can't be rehearsed.</summary>
    public bool IsFull => Verdicts.Count + RowFiles.Count > MostCorrected;

    public void Put(string blob, RehearsedFile file)
    {
        lock (_gate) Files[blob] = file;
    }

    public void Put(string table, TableEntity entity, bool isRefused = false)
    {
        lock (_gate) Entities[(table, entity.PartitionKey, entity.RowKey)] = new RehearsedEntity(entity, isRefused);
    }

    /// <summary>Path of a file for a blob of the staging container.</summary>
    public string Room()
    {
        lock (_gate) return Path.Combine(_folder.FullName, $"{_number++}");
    }

    /// <summary>Lets a blob of the staging container be read from a file.</summary>
    public void Keep(string blob, string path)
    {
        lock (_gate) _kept[blob] = path;
    }

    /// <summary>Where a kept blob lies; null where it is not kept.</summary>
    public string? Find(string blob)
    {
        lock (_gate) return _kept.GetValueOrDefault(blob);
    }

    /// <summary>Lets the storage's own blob be read again.</summary>
    public void Drop(string blob)
    {
        lock (_gate)
            if (_kept.Remove(blob, out var path)) File.Delete(path);
    }

    /// <summary>Forgets what was written of a row.</summary>
    public void Clear()
    {
        Files.Clear();
        Entities.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
