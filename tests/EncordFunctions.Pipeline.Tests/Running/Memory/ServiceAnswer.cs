using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure;
using Azure.Core;

namespace EncordFunctions.Pipeline.Tests.Running.Memory;

/// <summary>An answer as a client reads it.</summary>
internal sealed class ServiceAnswer(int status, byte[]? body = null) : Response
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    public override int Status => status;

    public override string ReasonPhrase => ((System.Net.HttpStatusCode)status).ToString();

    public override Stream? ContentStream { get; set; } = new MemoryStream(body ?? [], writable: false);

    public override string ClientRequestId { get; set; } = "";

    public static ServiceAnswer Xml(int status, string body) => new ServiceAnswer(status, Encoding.UTF8.GetBytes(body)).With("Content-Type", "application/xml");

    public ServiceAnswer With(string name, string value)
    {
        _headers[name] = value;
        return this;
    }

    // Clients read what is in memory after they are done with the answer.
    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(static header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) =>
        (values = TryGetHeader(name, out var value) ? [value] : null) is not null;
}
