using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace EncordFunctions.Local.Tests.Serving;

/// <summary>What came back of a request.</summary>
internal sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, string? Type, string Body)
{
    /// <summary>The body where it is JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>Status and kind of a problem.</summary>
    public (HttpStatusCode Status, string? Kind) Problem =>
        Type == "application/problem+json" ? (Status, ((string?)Json["type"])?.Split(':')[^1]) : (Status, null);
}
