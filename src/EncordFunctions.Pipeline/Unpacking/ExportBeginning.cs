using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Tables;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>Writes the first of an export: that it is open, then its summary with all that is decided when it begins.</summary>
internal sealed class ExportBeginning(
    ExportsTable exports, OpenExports open, OntologyFinding ontology, DerivativeList formats, TimeProvider time, ILogger logger)
{
    /// <summary>Begins an export, or gives the one that has begun.</summary>
    public async Task<ExportRow> BeginAsync(Upload source, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await open.AddAsync(source.Export, source.Name, source.ETag, now, cancellationToken);
        var metadata = UploadMetadata.Write(source.Metadata, out var leftOut);
        if (leftOut > 0) logger.MetadataLeftOut(source.Export, leftOut);
        var begun = new ExportRow
        {
            Id = source.Export,
            Blob = source.Name,
            BlobETag = source.ETag,
            StartedAt = now,
            Formats = formats.ToString(),
            OntologyBeside = await ontology.FindBesideAsync(source.Name, cancellationToken),
            Metadata = metadata,
        };
        return await exports.AddOrFindAsync(begun, cancellationToken);
    }
}
