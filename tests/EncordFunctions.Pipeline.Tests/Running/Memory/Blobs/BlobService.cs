using System.Globalization;
using System.Xml.Linq;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Blobs;

/// <summary>Containers of block blobs.</summary>
internal sealed class BlobService(ServiceTime time)
{
    public const string MetadataPrefix = "x-ms-meta-";

    private readonly Dictionary<string, StoredContainer> _containers = [];

    public ServiceAnswer Serve(ServiceRequest request)
    {
        var (container, blob) = request.Path.Split('/', 2) is [var first, var rest] ? (first, rest) : (request.Path, null);
        try
        {
            return (request.Method, blob, request.Parameter("restype"), request.Parameter("comp")) switch
            {
                ("PUT", null, "container", null) => CreateContainer(container),
                ("GET", null, "container", "list") => BlobListing.Of(request, Container(container)),
                ("PUT", not null, null, null) when request.Header("x-ms-blob-type") == "BlockBlob" => Put(request, Container(container), blob),
                ("PUT", not null, null, "block") => PutBlock(request, Container(container), blob),
                ("PUT", not null, null, "blocklist") => PutBlockList(request, Container(container), blob),
                ("GET", not null, null, null) => Get(request, Standing(request, container, blob)),
                ("HEAD", not null, null, null) => Standing(request, container, blob).Describe(new ServiceAnswer(200)),
                ("DELETE", not null, null, null) => Delete(request, Container(container), blob),
                _ => throw request.NotServed(),
            };
        }
        catch (ServiceException refusal)
        {
            return refusal.ToXml(request.Method);
        }
    }

    private ServiceAnswer CreateContainer(string name)
    {
        if (!_containers.TryAdd(name, new StoredContainer()))
            throw new ServiceException(409, "ContainerAlreadyExists", "The specified container already exists.");
        var now = time.NextStamp();
        return new ServiceAnswer(201).With("ETag", $"\"0x{now.UtcTicks:X}\"").With("Last-Modified", ServiceTime.Text(now));
    }

    private StoredContainer Container(string name) =>
        _containers.GetValueOrDefault(name) ?? throw new ServiceException(404, "ContainerNotFound", "The specified container does not exist.");

    private StoredBlob Standing(ServiceRequest request, string container, string name) =>
        Conditions.CheckStanding(request, Container(container).Blobs.GetValueOrDefault(name));

    private ServiceAnswer Put(ServiceRequest request, StoredContainer container, string name) => Appear(request, container, name, request.Body, []);

    private static ServiceAnswer PutBlock(ServiceRequest request, StoredContainer container, string name)
    {
        if (!container.Waiting.TryGetValue(name, out var waiting)) container.Waiting[name] = waiting = [];
        var id = request.Parameter("blockid")!;
        if (waiting.Count > 0 && waiting.Keys.First().Length != id.Length)
            throw new ServiceException(400, "InvalidBlobOrBlock", "The specified blob or block content is invalid.");
        waiting[id] = request.Body;
        return new ServiceAnswer(201).With("x-ms-request-server-encrypted", "true");
    }

    private ServiceAnswer PutBlockList(ServiceRequest request, StoredContainer container, string name)
    {
        using var xml = new MemoryStream(request.Body);
        var waiting = container.Waiting.GetValueOrDefault(name);
        var ids = XDocument.Load(xml).Root!.Elements().Select(id => id.Name == "Latest" ? id.Value : throw request.NotServed()).ToList();
        var stands = container.Blobs.GetValueOrDefault(name);
        Conditions.CheckWrite(request, stands);
        var blocks = ids.ConvertAll(id => (Id: id, Bytes: waiting?.GetValueOrDefault(id) ?? stands?.Blocks.GetValueOrDefault(id)
            ?? throw new ServiceException(400, "InvalidBlockList", "The specified block list is invalid.")));
        var content = blocks.SelectMany(static block => block.Bytes).ToArray();
        return Appear(request, container, name, content, blocks.DistinctBy(static block => block.Id).ToDictionary());
    }

    private ServiceAnswer Appear(ServiceRequest request, StoredContainer container, string name, byte[] content, Dictionary<string, byte[]> blocks)
    {
        Conditions.CheckWrite(request, container.Blobs.GetValueOrDefault(name));
        var type = request.Header("x-ms-blob-content-type") ?? "application/octet-stream";
        var metadata = request.Headers.Where(static header => header.Key.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(static header => header.Key[MetadataPrefix.Length..], static header => header.Value);
        var blob = new StoredBlob(content, blocks, type, metadata, time.NextStamp());
        container.Blobs[name] = blob;
        container.Waiting.Remove(name);
        return blob.Stamp(new ServiceAnswer(201));
    }

    private static ServiceAnswer Get(ServiceRequest request, StoredBlob blob)
    {
        if ((request.Header("x-ms-range") ?? request.Header("Range")) is not { } wanted) return blob.Describe(new ServiceAnswer(200, blob.Content));
        var ends = wanted["bytes=".Length..].Split('-');
        var from = long.Parse(ends[0], CultureInfo.InvariantCulture);
        if (from >= blob.Content.Length) throw new ServiceException(416, "InvalidRange", "The range specified is invalid for the current size of the resource.");
        var last = ends[1].Length == 0 ? blob.Content.Length - 1 : Math.Min(long.Parse(ends[1], CultureInfo.InvariantCulture), blob.Content.Length - 1);
        var part = blob.Content[(int)from..((int)last + 1)];
        return blob.Describe(new ServiceAnswer(206, part))
            .With("Content-Length", part.Length.ToString(CultureInfo.InvariantCulture)).With("Content-Range", $"bytes {from}-{last}/{blob.Content.Length}");
    }

    private static ServiceAnswer Delete(ServiceRequest request, StoredContainer container, string name)
    {
        Conditions.CheckStanding(request, container.Blobs.GetValueOrDefault(name));
        container.Blobs.Remove(name);
        return new ServiceAnswer(202);
    }
}
