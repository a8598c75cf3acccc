using System.Collections.Concurrent;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Output;

/// <summary>Gathers what the host tells, for whoever shows it.</summary>
public sealed class ProgressBoard : IHostObserver
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<ExportId, ExportProgress> _exports = [];
    private readonly ConcurrentQueue<string> _warnings = new();

    /// <summary>The exports in the order they were met.</summary>
    public ExportProgress[] Exports
    {
        get
        {
            lock (_lock) return [.. _exports.Values];
        }
    }

    /// <inheritdoc/>
    public void Unpacking(ExportId export, string blob) => Put(new ExportProgress(export, blob, null, 0, ExportStatus.Unpacking));

    /// <inheritdoc/>
    public void Unpacked(ExportSummary export) =>
        Put(new ExportProgress(export.Id, export.Blob, export.Rows, export.Verdicts.Total, ExportStatus.Processing));

    /// <inheritdoc/>
    public void Finished(ExportSummary export) =>
        Put(new ExportProgress(export.Id, export.Blob, export.Rows, export.Verdicts.Total, export.Status));

    /// <inheritdoc/>
    public void RowDone(RowOutcome row)
    {
        lock (_lock)
        {
            // A row may come twice, and after the end; what is shown stays within what there is.
            if (!_exports.TryGetValue(row.Export, out var export) || export.Done >= (export.Rows ?? int.MaxValue)) return;
            _exports[row.Export] = export with { Done = export.Done + 1 };
        }
    }

    /// <inheritdoc/>
    public void Warn(string line) => _warnings.Enqueue(line);

    /// <summary>The oldest warning not yet taken.</summary>
    public bool TryTakeWarning(out string line) => _warnings.TryDequeue(out line!);

    private void Put(ExportProgress progress)
    {
        lock (_lock) _exports[progress.Id] = progress;
    }
}
