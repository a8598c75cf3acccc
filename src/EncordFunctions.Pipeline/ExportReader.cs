namespace EncordFunctions.Pipeline;

/// <summary>Reads the progress and the results of exports from the tables.</summary>
public sealed class ExportReader(PipelineStorage storage)
{
    /// <summary>All exports, by id.</summary>
    public IAsyncEnumerable<ExportSummary> ListAsync(CancellationToken cancellationToken) => throw new NotImplementedException($"{storage}");

    /// <summary>One export, or null where the id is not known.</summary>
    public Task<ExportSummary?> FindAsync(ExportId export, CancellationToken cancellationToken) => throw new NotImplementedException($"{storage}");
}
