using System.Collections.Concurrent;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Output;

/// <summary>Gathers what the host tells, for whoever shows it.</summary>
public sealed class ProgressBoard : IHostObserver
{
    private readonly Lock _lock = new();
    private readonly List<ExportProgress> _exports = [];
    private readonly Dictionary<ExportId, string> _blobs = [];
    private readonly ConcurrentQueue<string> _warnings = new();

    /// <summary>The exports in the order they were met.</summary>
    public ExportProgress[] Exports
    {
        get
        {
            lock (_lock) return [.. _exports];
        }
    }

    /// <inheritdoc/>
    public void Unpacking(string blob) => Put(new ExportProgress(blob, null, 0, ExportStatus.Unpacking));

    /// <inheritdoc/>
    public void Unpacked(ExportSummary export) =>
        Put(new ExportProgress(export.Blob, export.Rows, export.Verdicts.Total, ExportStatus.Processing), export.Id);

    /// <inheritdoc/>
    public void Finished(ExportSummary export) =>
        Put(new ExportProgress(export.Blob, export.Rows, export.Verdicts.Total, export.Status), export.Id);

    /// <inheritdoc/>
    public void RowDone(RowOutcome row)
    {
        lock (_lock)
        {
            // Rows of an entry may be done while the next entry is still unpacked; the count starts when the total is known.
            if (!_blobs.TryGetValue(row.Export, out var blob)) return;
            var at = _exports.FindIndex(export => export.Blob == blob);
            var export = _exports[at];
            if (export.Status == ExportStatus.Processing && export.Done < export.Rows) _exports[at] = export with { Done = export.Done + 1 };
        }
    }

    /// <inheritdoc/>
    public void Warn(string line) => _warnings.Enqueue(line);

    /// <summary>The oldest warning not yet taken.</summary>
    public bool TryTakeWarning(out string line) => _warnings.TryDequeue(out line!);

    private void Put(ExportProgress progress, ExportId? id = null)
    {
        lock (_lock)
        {
            if (id is not null) _blobs[id.Value] = progress.Blob;
            var at = _exports.FindIndex(export => export.Blob == progress.Blob);
            if (at < 0) _exports.Add(progress);
            else _exports[at] = progress;
        }
    }
}
