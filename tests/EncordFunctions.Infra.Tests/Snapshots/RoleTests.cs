namespace EncordFunctions.Infra.Tests.Snapshots;

public sealed class RoleTests
{
    private const string BlobDataOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string BlobDataContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private const string BlobDataReader = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
    private const string QueueDataContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string TableDataContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string TableDataReader = "76199698-9eea-4c19-bc75-cec21354c6b6";
    private const string MonitoringMetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";

    private static readonly string[] OfEveryDeployment =
    [
        $"app: {BlobDataOwner} on the account",
        $"app: {QueueDataContributor} on the account",
        $"app: {TableDataContributor} on the account",
        $"app: {MonitoringMetricsPublisher} on Application Insights",
        $"topic: {BlobDataContributor} on the container dead-letters",
    ];

    [Fact]
    public void The_app_and_Event_Grid_have_the_least_roles_and_nobody_else_has_any()
    {
        Assert.Equal(OfEveryDeployment.Order(StringComparer.Ordinal), Granted(Snapshot.Public));
    }

    [Fact]
    public void Uploaders_may_write_exports_only_and_readers_may_read_results_only()
    {
        string[] chosen =
        [
            $"11111111-1111-1111-1111-111111111111: {BlobDataContributor} on the container exports",
            $"22222222-2222-2222-2222-222222222222: {BlobDataContributor} on the container exports",
            $"33333333-3333-3333-3333-333333333333: {BlobDataReader} on the container derivatives",
            $"33333333-3333-3333-3333-333333333333: {TableDataReader} on the account",
        ];

        Assert.Equal(OfEveryDeployment.Concat(chosen).Order(StringComparer.Ordinal), Granted(Snapshot.Private));
    }

    private static IEnumerable<string> Granted(Snapshot snapshot) => snapshot.Of("Microsoft.Authorization/roleAssignments")
        .Select(grant => $"{Principal(grant)}: {grant.Text("properties.roleDefinitionId").Split('/')[^1]} on {Scope(grant)}")
        .Order(StringComparer.Ordinal);

    private static string Principal(Resource grant) => grant.Text("properties.principalId") switch
    {
        var id when id.Contains("Microsoft.ManagedIdentity/userAssignedIdentities/", StringComparison.Ordinal) => "app",
        var id when id.Contains("Microsoft.EventGrid/systemTopics/", StringComparison.Ordinal) => "topic",
        var id => id,
    };

    private static string Scope(Resource grant) => grant.Id.Split("/providers/")[^2].Split('/') switch
    {
        ["Microsoft.Storage", "storageAccounts", _] => "the account",
        ["Microsoft.Storage", "storageAccounts", _, "blobServices", "default", "containers", var container] => $"the container {container}",
        ["Microsoft.Insights", "components", _] => "Application Insights",
        var other => string.Join('/', other),
    };
}
