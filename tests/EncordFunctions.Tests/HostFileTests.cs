using System.Globalization;
using System.Text.Json.Nodes;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Tests;

public sealed class HostFileTests
{
    private static JsonNode Host => Repository.Json("host.json");

    private static JsonNode Queues => Host["extensions"]!["queues"]!;

    [Fact]
    public void A_failed_message_is_tried_five_times_half_a_minute_apart()
    {
        Assert.Equal(5, (int)Queues["maxDequeueCount"]!);
        Assert.Equal("00:00:30", (string?)Queues["visibilityTimeout"]);
    }

    [Fact]
    public void One_instance_works_on_at_most_24_messages_of_a_queue_at_once()
    {
        Assert.Equal(16, (int)Queues["batchSize"]!);
        Assert.Equal(8, (int)Queues["newBatchThreshold"]!);
    }

    [Fact]
    public void Messages_are_base64_as_the_pipeline_sends_them()
    {
        Assert.Equal("base64", (string?)Queues["messageEncoding"]);
    }

    [Fact]
    public void An_idle_queue_is_looked_at_every_five_seconds()
    {
        Assert.Equal("00:00:05", (string?)Queues["maxPollingInterval"]);
    }

    [Fact]
    public void A_step_has_ten_minutes()
    {
        Assert.Equal(TimeSpan.FromMinutes(10), TimeSpan.Parse((string)Host["functionTimeout"]!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Few_uploads_are_unpacked_at_once()
    {
        Assert.Equal(4, (int)Host["extensions"]!["blobs"]!["maxDegreeOfParallelism"]!);
    }

    [Fact]
    public void A_local_run_follows_the_same_numbers()
    {
        var settings = QueueSettings.Load();

        Assert.Equal((int)Queues["batchSize"]!, settings.BatchSize);
        Assert.Equal((int)Queues["newBatchThreshold"]!, settings.NewBatchThreshold);
        Assert.Equal((int)Queues["maxDequeueCount"]!, settings.MaxDequeueCount);
        Assert.Equal((string?)Queues["visibilityTimeout"], settings.VisibilityTimeout.ToString());
        Assert.Equal((string?)Queues["maxPollingInterval"], settings.MaxPollingInterval.ToString());
        Assert.Equal((string?)Queues["messageEncoding"], settings.MessageEncoding);
    }
}
