using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>Makes recorded requests to an account through the pipelines of the real clients: their policies, their signing, their transport.</summary>
internal sealed class StoragePipelines
{
    private static readonly HashSet<string> Tables =
    [
        StorageNames.ExportsTable, StorageNames.LabelRowsTable, StorageNames.ObjectsTable, StorageNames.IssuesTable, StorageNames.LabelsTable, "Tables", "$batch",
    ];

    private readonly HttpPipeline _blobs;
    private readonly HttpPipeline _tables;
    private readonly Uri _blobEndpoint;
    private readonly Uri _queueEndpoint;
    private readonly Uri _tableEndpoint;

    public StoragePipelines(string connectionString)
    {
        var settings = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(static part => part.Split('=', 2)).ToDictionary(
            static part => part[0], static part => part[1]);
        _blobs = Pipeline.Of(new BlobServiceClient(connectionString));
        _tables = HttpPipelineBuilder.Build(new TableClientOptions(), new TableSigning(settings["AccountName"], settings["AccountKey"]));
        (_blobEndpoint, _queueEndpoint, _tableEndpoint) =
            (new Uri(settings["BlobEndpoint"]), new Uri(settings["QueueEndpoint"]), new Uri(settings["TableEndpoint"]));
    }

    /// <summary>Makes a request again, and reads its answer to the end.</summary>
    public async Task SendAsync(RecordedRequest recorded, CancellationToken cancellationToken)
    {
        var place = RequestKind.PlaceOf(recorded.Uri);
        // The queues' requests are signed as the blobs' are.
        var (pipeline, endpoint) = Tables.Contains(place) ? (_tables, _tableEndpoint) : (_blobs, IsQueue(place) ? _queueEndpoint : _blobEndpoint);
        using var message = pipeline.CreateMessage();
        var request = message.Request;
        request.Method = RequestMethod.Parse(recorded.Method);
        request.Uri.Reset(new Uri(endpoint, recorded.Uri.PathAndQuery));
        // What stands has another ETag than what stood then.
        foreach (var (name, value) in recorded.Headers) request.Headers.SetValue(name, name == "If-Match" ? "*" : value);
        if (recorded.Body.Length > 0 || recorded.Method is "PUT" or "POST") request.Content = RequestContent.Create(recorded.Body);
        await pipeline.SendAsync(message, cancellationToken);
    }

    private static bool IsQueue(string place) => place is not (StorageNames.Exports or StorageNames.Staging or StorageNames.Derivatives);

    /// <summary>The pipeline of a client, which only those that derive from it may have.</summary>
    private sealed class Pipeline : BlobServiceClient
    {
        public static HttpPipeline Of(BlobServiceClient client) => GetHttpPipeline(client);
    }
}
