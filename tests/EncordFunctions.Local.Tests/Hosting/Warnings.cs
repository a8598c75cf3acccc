using System.Collections.Concurrent;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Tests.Hosting;

/// <summary>Keeps what a host warns of.</summary>
internal sealed class Warnings : IHostObserver
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public void Warn(string line) => Lines.Enqueue(line);

    public void Unpacking(ExportId export, string blob)
    {
    }

    public void Unpacked(ExportSummary export)
    {
    }

    public void RowDone(RowOutcome row)
    {
    }

    public void Finished(ExportSummary export)
    {
    }
}
