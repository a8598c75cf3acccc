using System.Text.Json.Nodes;
using EncordFunctions.Tests.Shared;
using NJsonSchema;

namespace EncordFunctions.Local.Tests.Docs;

/// <summary>One of <c>docs/schemas</c>.</summary>
internal sealed class Schema
{
    private readonly JsonSchema _schema;

    private Schema(JsonSchema schema) => _schema = schema;

    /// <summary>Reads the schema of a file of this name.</summary>
    public static async Task<Schema> OfAsync(string name)
    {
        // This validator knows the newest spelling of the definitions by its older name only; nothing else of them differs.
        var text = Repository.Text($"docs/schemas/{name}.schema.json").Replace("$defs", "definitions", StringComparison.Ordinal);
        return new Schema(await JsonSchema.FromJsonAsync(text, TestContext.Current.CancellationToken));
    }

    /// <summary>What is wrong with a document; nothing where it is as the schema says.</summary>
    public IReadOnlyList<string> Faults(string json) => [.. _schema.Validate(json).Select(fault => fault.ToString())];

    /// <summary>The document with one member set to something else, or removed.</summary>
    public static string Changed(string json, string path, string? value)
    {
        var root = JsonNode.Parse(json)!;
        var steps = path.Split('/');
        var at = steps[..^1].Aggregate(root, static (node, step) => node is JsonArray list ? list[int.Parse(step, null)]! : node[step]!);
        if (value is null) at.AsObject().Remove(steps[^1]);
        else if (at is JsonArray list) list[int.Parse(steps[^1], null)] = JsonNode.Parse(value);
        else at[steps[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }
}
