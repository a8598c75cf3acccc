using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>Puts the failed rows of an export back into the queue.</summary>
public sealed class RetryFailedRows(PipelineStorage storage, ILogger<RetryFailedRows> logger)
{
    /// <summary>Sends a message for each row whose verdict is <see cref="Verdict.Failed"/>.</summary>
    /// <returns>How many were sent; 0 also where the export is not known.</returns>
    public Task<int> RunAsync(ExportId export, CancellationToken cancellationToken) => throw new NotImplementedException($"{storage}{logger}");
}
