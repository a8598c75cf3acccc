using System.Text.Json.Nodes;

namespace EncordFunctions.Infra.Tests.Snapshots;

/// <summary>A resource as a snapshot predicts it. What only a deployment knows is an expression there.</summary>
internal sealed record Resource(JsonNode Node)
{
    public string Type => (string)Node["type"]!;

    public string Id => (string)Node["id"]!;

    public string Name => (string)Node["name"]!;

    public string LastName => Name.Split('/')[^1];

    public JsonNode? this[string path] => path.Split('.').Aggregate((JsonNode?)Node, (node, part) => node?[part]);

    public string Text(string path) => (string?)this[path] ?? throw new KeyNotFoundException($"{Name} has no {path}.");
}
