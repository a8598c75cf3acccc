using System.Text.Json.Nodes;
using EncordFunctions.Infra.Tests.Bicep;

namespace EncordFunctions.Infra.Tests.Snapshots;

/// <summary>The snapshot of a deployment, as it lies beside its parameters. That it is true is <see cref="ParameterFileTests"/>' business.</summary>
internal sealed class Snapshot
{
    private Snapshot(Deployment deployment)
    {
        Json = Repository.Json($"infra/{deployment.Name}.snapshot.json");
        Resources = [.. Json["predictedResources"]!.AsArray().Select(node => new Resource(node!))];
    }

    public static Snapshot Public { get; } = new(Deployment.Public);

    public static Snapshot Private { get; } = new(Deployment.Private);

    public static Snapshot Events { get; } = new(Deployment.Events);

    public static IReadOnlyList<Snapshot> All { get; } = [Public, Private, Events];

    public JsonNode Json { get; }

    public IReadOnlyList<Resource> Resources { get; }

    public IEnumerable<Resource> Of(string type) => Resources.Where(resource => resource.Type == type);

    public Resource The(string type) => Of(type).Single();
}
