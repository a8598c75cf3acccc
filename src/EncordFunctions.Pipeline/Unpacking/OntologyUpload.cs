using Azure;
using Azure.Storage.Blobs;
using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>An ontology beside an upload: a blob called <c>ontology.json</c> in the same virtual folder.</summary>
public static class OntologyUpload
{
    /// <summary>What an ontology is called, wherever it lies.</summary>
    public const string FileName = "ontology.json";

    /// <summary>Whether a blob or a file is an ontology by its name.</summary>
    public static bool Is(string name) => string.Equals(name[(name.LastIndexOf('/') + 1)..], FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The ontology beside <paramref name="upload"/>, whether there is one or not.</summary>
    internal static string NameBeside(string upload) => upload[..(upload.LastIndexOf('/') + 1)] + FileName;

    /// <summary>The bytes of a blob that may be gone, which leaves none.</summary>
    internal static async Task<BinaryData> FetchAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            var download = await blob.DownloadStreamingAsync(cancellationToken: cancellationToken);
            await using var content = download.Value.Content;
            return new BinaryData(await OntologyReader.TakeAsync(content, cancellationToken));
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return BinaryData.Empty;
        }
    }
}
