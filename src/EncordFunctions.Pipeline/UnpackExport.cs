using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>Turns an upload into staged entries and one message a label row.</summary>
public sealed class UnpackExport(PipelineStorage storage, TimeProvider time, ILogger<UnpackExport> logger)
{
    /// <summary>Unpacks an upload, or goes on where an earlier run ended.</summary>
    /// <param name="upload">The uploaded zip or .json.</param>
    /// <param name="cancellationToken">Ends the run; the next one goes on.</param>
    /// <returns>The id of the export.</returns>
    public Task<ExportId> RunAsync(BlobClient upload, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{storage}{time}{logger}");
}
