using System.Text.Json.Nodes;
using EncordFunctions.Tests.Shared;
using NJsonSchema;

namespace EncordFunctions.Local.Tests.Serving;

/// <summary><c>docs/openapi.json</c>, to hold responses against.</summary>
internal sealed class OpenApi
{
    private readonly JsonNode _document = JsonNode.Parse(Repository.Text("docs/openapi.json"))!;

    /// <summary>Every method and path it describes, as <c>GET /api/exports/{id}</c>.</summary>
    public IEnumerable<string> Operations =>
        from path in _document["paths"]!.AsObject()
        from member in path.Value!.AsObject()
        where member.Key != "parameters"
        select $"{member.Key.ToUpperInvariant()} /api{path.Key}";

    /// <summary>What of a response is not as the document says; nothing where all is.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(HttpResponseMessage response, string body)
    {
        var asked = response.RequestMessage!;
        var status = $"{(int)response.StatusCode}";
        var described = Operation(asked) is { } operation
            ? operation["responses"]![status]
            : _document["components"]!["responses"]![Path(asked) is null ? "UnknownRoute" : "WrongMethod"];
        if (described is null) return [$"{asked.Method} {asked.RequestUri}: {status} is not described."];

        described = Resolved(described);
        var missing = described["headers"]?.AsObject().Select(header => header.Key).Where(name => !Has(response, name)).Select(name => $"no {name}") ?? [];
        var type = response.Content.Headers.ContentType?.MediaType;
        if (described["content"] is null) return [.. missing, .. body.Length > 0 ? ["a body"] : (string[])[]];
        if (described["content"]![type ?? ""]?["schema"] is not { } schema) return [.. missing, $"content of the type {type}"];
        return [.. missing, .. type!.EndsWith("json", StringComparison.Ordinal) ? await FaultsAsync(schema, body) : []];
    }

    private static bool Has(HttpResponseMessage response, string header) =>
        response.Headers.Concat(response.Content.Headers).Any(one => one.Key.Equals(header, StringComparison.OrdinalIgnoreCase));

    private async Task<IEnumerable<string>> FaultsAsync(JsonNode schema, string body)
    {
        var whole = Resolved(schema).DeepClone().AsObject();
        whole["definitions"] = _document["components"]!["schemas"]!.DeepClone();
        var text = whole.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        var read = await JsonSchema.FromJsonAsync(text, TestContext.Current.CancellationToken);
        return read.Validate(body).Select(fault => fault.ToString());
    }

    private JsonNode? Operation(HttpRequestMessage request) =>
        Path(request)?[request.Method.Method.ToLowerInvariant()];

    private JsonNode? Path(HttpRequestMessage request)
    {
        var steps = request.RequestUri!.AbsolutePath.Split('/')[1..];
        return _document["paths"]!.AsObject().SingleOrDefault(path => Fits($"api{path.Key}".Split('/'), steps)).Value;
    }

    private static bool Fits(string[] path, string[] steps) =>
        path.Length == steps.Length && path.Zip(steps).All(pair => pair.First == pair.Second || pair.First.StartsWith('{'));

    private JsonNode Resolved(JsonNode node)
    {
        if ((string?)node["$ref"] is not { } pointer) return node;
        return pointer.Split('/')[1..].Aggregate(_document, static (at, step) => at[step]!);
    }
}
