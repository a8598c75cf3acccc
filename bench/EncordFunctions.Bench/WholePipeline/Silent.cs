using EncordFunctions.Local.Hosting;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>Nobody watches; only a warning would make the figures worthless.</summary>
internal sealed class Silent : IHostObserver
{
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

    public void Warn(string line) => Console.Error.WriteLine(line);
}
