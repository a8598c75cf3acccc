using Azure.Core;

namespace EncordFunctions.Pipeline.Tests.Running.Memory;

/// <summary>A request as a service reads it.</summary>
internal sealed class ServiceRequest
{
    private readonly Dictionary<string, string> _headers;
    private readonly Dictionary<string, string> _parameters;

    public ServiceRequest(string method, Uri uri, Dictionary<string, string> headers, byte[] body)
    {
        (Method, Uri, Body, _headers) = (method, uri, body, headers);
        _parameters = uri.Query.Length < 2 ? [] : uri.Query[1..].Split('&').Select(static pair => pair.Split('=', 2)).ToDictionary(
            static pair => Uri.UnescapeDataString(pair[0]), static pair => Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""));
    }

    public string Method { get; }

    public Uri Uri { get; }

    public byte[] Body { get; }

    /// <summary>Blob, queue or table.</summary>
    public string Service => Uri.Host[..Uri.Host.IndexOf('.')];

    /// <summary>What is asked for, without the first slash.</summary>
    public string Path => Uri.UnescapeDataString(Uri.AbsolutePath)[1..];

    public IEnumerable<KeyValuePair<string, string>> Headers => _headers;

    public IEnumerable<string> Parameters => _parameters.Keys;

    public static async Task<ServiceRequest> OfAsync(Request request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        if (request.Content is not null) await request.Content.WriteToAsync(body, cancellationToken);
        return new ServiceRequest(
            request.Method.Method,
            request.Uri.ToUri(),
            request.Headers.ToDictionary(static header => header.Name, static header => header.Value, StringComparer.OrdinalIgnoreCase),
            body.ToArray());
    }

    public string? Header(string name) => _headers.GetValueOrDefault(name);

    public string? Parameter(string name) => _parameters.GetValueOrDefault(name);

    public int? Number(string name) => Parameter(name) is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>The end of what the storage in memory knows.</summary>
    public ServiceException NotServed() =>
        new(501, "NotImplemented", $"The storage in memory does not serve {Method} {Uri} {string.Join(", ", _headers.Keys)}.");
}
