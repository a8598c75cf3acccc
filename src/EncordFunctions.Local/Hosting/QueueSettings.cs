using System.Text.Json;

namespace EncordFunctions.Local.Hosting;

/// <summary>The <c>extensions.queues</c> part of host.json, so that a local run and the Functions host follow the same numbers.</summary>
public sealed record QueueSettings
{
    /// <summary>How many messages one receive asks for.</summary>
    public required int BatchSize { get; init; }

    /// <summary>A new batch is fetched once no more than this many messages are running.</summary>
    public required int NewBatchThreshold { get; init; }

    /// <summary>How often a message is tried before it is poison.</summary>
    public required int MaxDequeueCount { get; init; }

    /// <summary>How long a message that failed stays hidden before its next try.</summary>
    public required TimeSpan VisibilityTimeout { get; init; }

    /// <summary>The longest pause between two looks at an empty queue.</summary>
    public required TimeSpan MaxPollingInterval { get; init; }

    /// <summary><c>base64</c> or <c>none</c>.</summary>
    public required string MessageEncoding { get; init; }

    /// <summary>
    /// How long a received message stays hidden; renewed at half time while it runs. The Functions host has 10 minutes here, fixed in
    /// its code. A local run is killed and started again by hand, and shouldn't wait that long for the messages it held.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    private bool IsBase64 => MessageEncoding == "base64";

    /// <summary>Reads the host.json that was copied beside the program.</summary>
    public static QueueSettings Load()
    {
        using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "host.json")));
        return host.RootElement.GetProperty("extensions").GetProperty("queues").Deserialize<QueueSettings>(JsonSerializerOptions.Web)!;
    }

    /// <summary>A message as it is sent.</summary>
    public BinaryData Encode(BinaryData message) => IsBase64 ? BinaryData.FromString(Convert.ToBase64String(message)) : message;

    /// <summary>A message as it was meant.</summary>
    /// <exception cref="FormatException">It isn't in the encoding that host.json names.</exception>
    public BinaryData Decode(BinaryData message) => IsBase64 ? BinaryData.FromBytes(Convert.FromBase64String(message.ToString())) : message;
}
