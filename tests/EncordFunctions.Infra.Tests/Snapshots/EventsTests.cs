using System.Text.Json.Nodes;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Infra.Tests.Snapshots;

public sealed class EventsTests
{
    private static Resource Subscription => Snapshot.Events.The("Microsoft.EventGrid/systemTopics/eventSubscriptions");

    private static JsonArray Filters => Subscription["properties.filter.advancedFilters"]!.AsArray();

    [Fact]
    public void Only_what_lies_in_the_container_of_exports_is_told()
    {
        var prefix = Subscription.Text("properties.filter.subjectBeginsWith");

        Assert.Equal($"/blobServices/default/containers/{StorageNames.Exports}/blobs/", prefix);
        Assert.EndsWith("/blobs/", prefix, StringComparison.Ordinal);
        Assert.Equal(["Microsoft.Storage.BlobCreated"], Texts(Subscription["properties.filter.includedEventTypes"]));
    }

    [Fact]
    public void Archives_and_bare_rows_are_told_and_nothing_else()
    {
        Assert.Equal([".zip", ".json"], Texts(Filter("Subject", "StringEndsWith")["values"]));
    }

    [Fact]
    public void An_upload_is_told_once_when_it_is_whole()
    {
        Assert.Equal(["PutBlob", "PutBlockList", "CopyBlob", "FlushWithClose"], Texts(Filter("data.api", "StringIn")["values"]));
        Assert.Equal(0, (int?)Filter("data.contentLength", "NumberGreaterThan")["value"]);
        Assert.Equal(3, Filters.Count);
    }

    [Fact]
    public void The_app_is_called_by_the_name_of_its_function_and_with_the_key_of_its_blob_trigger()
    {
        var address = Subscription.Text("properties.destination.properties.endpointUrl");

        Assert.Equal("WebHook", Subscription.Text("properties.destination.endpointType"));
        Assert.Contains("/runtime/webhooks/blobs?functionName=Host.Functions.{1}&code={2}", address, StringComparison.Ordinal);
        Assert.Contains($"'{nameof(UnpackExport)}'", address, StringComparison.Ordinal);
        Assert.Contains(".systemKeys.blobs_extension)", address, StringComparison.Ordinal);
        Assert.Contains(
            $"[Function(nameof({nameof(UnpackExport)}))]",
            Repository.Text("src/EncordFunctions/Triggers/UnpackExportTrigger.cs"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_is_tried_for_a_day_and_then_kept_under_the_topics_own_identity()
    {
        var keeping = "properties.deadLetterWithResourceIdentity";

        Assert.Equal("SystemAssigned", Subscription.Text($"{keeping}.identity.type"));
        Assert.Equal("dead-letters", Subscription.Text($"{keeping}.deadLetterDestination.properties.blobContainerName"));
        Assert.Equal(1440, (int?)Subscription["properties.retryPolicy.eventTimeToLiveInMinutes"]);
        Assert.Equal(30, (int?)Subscription["properties.retryPolicy.maxDeliveryAttempts"]);
        Assert.Equal("SystemAssigned", Snapshot.Public.The("Microsoft.EventGrid/systemTopics").Text("identity.type"));
    }

    [Fact]
    public void Both_stages_speak_of_the_same_topic_account_and_app()
    {
        var topic = Snapshot.Public.The("Microsoft.EventGrid/systemTopics");

        Assert.StartsWith(topic.Id + "/", Subscription.Id, StringComparison.Ordinal);
        Assert.Equal(Snapshot.Public.The("Microsoft.Storage/storageAccounts").Id, topic.Text("properties.source"));
        Assert.Equal(
            topic.Text("properties.source"),
            Subscription.Text("properties.deadLetterWithResourceIdentity.deadLetterDestination.properties.resourceId"));
        Assert.Contains(
            Snapshot.Public.The("Microsoft.Web/sites").Id,
            Subscription.Text("properties.destination.properties.endpointUrl"),
            StringComparison.Ordinal);
    }

    private static JsonNode Filter(string key, string operatorType) =>
        Filters.Single(filter => (string?)filter!["key"] == key && (string?)filter["operatorType"] == operatorType)!;

    private static IEnumerable<string> Texts(JsonNode? array) => array!.AsArray().Select(text => (string)text!);
}
