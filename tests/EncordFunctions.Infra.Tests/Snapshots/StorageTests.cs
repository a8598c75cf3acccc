using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Infra.Tests.Snapshots;

public sealed class StorageTests
{
    // These two are the infrastructure's own.
    private static readonly string[] NotOfTheCode = ["dead-letters", "deployments"];

    private static readonly PipelineStorage Storage = PipelineStorage.Connect("UseDevelopmentStorage=true");

    [Fact]
    public void Nobody_comes_in_with_a_key_or_without_a_name()
    {
        Assert.All((Snapshot[])[Snapshot.Public, Snapshot.Private], snapshot =>
        {
            var account = snapshot.The("Microsoft.Storage/storageAccounts");
            Assert.False((bool?)account["properties.allowSharedKeyAccess"]);
            Assert.False((bool?)account["properties.allowBlobPublicAccess"]);
            Assert.True((bool?)account["properties.defaultToOAuthAuthentication"]);
            Assert.True((bool?)account["properties.supportsHttpsTrafficOnly"]);
            Assert.Equal("TLS1_2", account.Text("properties.minimumTlsVersion"));
            Assert.All(
                snapshot.Of("Microsoft.Storage/storageAccounts/blobServices/containers"),
                container => Assert.Equal("None", container.Text("properties.publicAccess")));
        });
    }

    [Fact]
    public void What_is_deleted_can_be_brought_back_for_a_week()
    {
        var blobs = Snapshot.Public.The("Microsoft.Storage/storageAccounts/blobServices");

        Assert.All((string[])["deleteRetentionPolicy", "containerDeleteRetentionPolicy"], policy =>
        {
            Assert.True((bool?)blobs[$"properties.{policy}.enabled"]);
            Assert.Equal(7, (int?)blobs[$"properties.{policy}.days"]);
        });
    }

    [Fact]
    public void Containers_queues_and_tables_are_those_of_the_code()
    {
        Assert.Equal(
            Clients<BlobContainerClient>(client => client.Name).Concat(NotOfTheCode).Order(StringComparer.Ordinal),
            Made("blobServices/containers"));
        Assert.Equal(Clients<QueueClient>(client => client.Name).Order(StringComparer.Ordinal), Made("queueServices/queues"));
        Assert.Equal(Clients<TableClient>(client => client.Name).Order(StringComparer.Ordinal), Made("tableServices/tables"));
    }

    [Fact]
    public void Every_name_of_the_code_is_that_of_a_container_a_queue_or_a_table()
    {
        var constants = typeof(StorageNames).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        var made = Made("blobServices/containers").Except(NotOfTheCode).Concat(Made("queueServices/queues")).Concat(Made("tableServices/tables"));

        Assert.Equal(constants.Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Staged_bytes_go_after_two_weeks_and_dead_letters_stay_for_ninety_days()
    {
        Assert.Equal(14, (int?)Actions("staging/")["delete"]!["daysAfterModificationGreaterThan"]);
        Assert.Equal(90, (int?)Actions("dead-letters/")["delete"]!["daysAfterModificationGreaterThan"]);
    }

    [Fact]
    public void Exports_become_cool_and_are_kept_unless_a_deployment_says_how_long()
    {
        Assert.Equal(30, (int?)Actions("exports/")["tierToCool"]!["daysAfterModificationGreaterThan"]);
        Assert.Null(Actions("exports/")["delete"]);
    }

    [Fact]
    public void No_rule_touches_what_was_written_for_the_user()
    {
        Assert.DoesNotContain(Rules(), rule => Prefix(rule).StartsWith(StorageNames.Derivatives, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Clients<T>(Func<T, string> name) => typeof(PipelineStorage).GetProperties()
        .Where(property => property.PropertyType == typeof(T))
        .Select(property => name((T)property.GetValue(Storage)!));

    private static IEnumerable<string> Made(string kind) => Snapshot.Public.Of($"Microsoft.Storage/storageAccounts/{kind}")
        .Select(resource => resource.LastName)
        .Order(StringComparer.Ordinal);

    private static JsonNode Actions(string prefix) =>
        Rules().Single(rule => Prefix(rule) == prefix)["definition"]!["actions"]!["baseBlob"]!;

    private static string Prefix(JsonNode rule) => (string)rule["definition"]!["filters"]!["prefixMatch"]!.AsArray().Single()!;

    private static IEnumerable<JsonNode> Rules() =>
        Snapshot.Public.The("Microsoft.Storage/storageAccounts/managementPolicies")["properties.policy.rules"]!.AsArray().Select(rule => rule!);
}
