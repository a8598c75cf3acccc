using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>Writes an export's manifest once every row has its verdict.</summary>
public sealed class FinishExport(PipelineStorage storage, TimeProvider time, ILogger<FinishExport> logger)
{
    /// <summary>Finishes the export that a message of the finished-exports queue names.</summary>
    public Task RunAsync(BinaryData message, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{storage}{time}{logger}");
}
