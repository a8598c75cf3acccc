using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Hosting;

/// <summary>Told what a host does. Called from many threads.</summary>
public interface IHostObserver
{
    /// <summary>An upload is being unpacked.</summary>
    void Unpacking(ExportId export, string blob);

    /// <summary>An upload is unpacked; its rows and the verdicts an earlier run left are known.</summary>
    void Unpacked(ExportSummary export);

    /// <summary>A label row has its verdict.</summary>
    void RowDone(RowOutcome row);

    /// <summary>An export has its manifest.</summary>
    void Finished(ExportSummary export);

    /// <summary>Something failed that will be tried again, or was given up: one line.</summary>
    void Warn(string line);
}
