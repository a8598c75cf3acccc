using System.Xml.Linq;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Queues;

/// <summary>A message of a queue.</summary>
internal sealed record StoredMessage(string Id, string Text, DateTimeOffset Inserted, DateTimeOffset Expires, DateTimeOffset Visible, string Receipt, int Taken)
{
    /// <summary>As its sender is told of it.</summary>
    public XElement Sent() => new("QueueMessage", Identity(), Receipts());

    /// <summary>As its receiver has it.</summary>
    public XElement Received() => new("QueueMessage", Identity(), Receipts(), Content());

    /// <summary>As somebody who only looks sees it.</summary>
    public XElement Peeked() => new("QueueMessage", Identity(), Content());

    private XElement[] Identity() =>
    [
        new("MessageId", Id),
        new("InsertionTime", ServiceTime.Text(Inserted)),
        new("ExpirationTime", ServiceTime.Text(Expires)),
    ];

    private XElement[] Receipts() => [new("PopReceipt", Receipt), new("TimeNextVisible", ServiceTime.Text(Visible))];

    private XElement[] Content() => [new("DequeueCount", Taken), new("MessageText", Text)];
}
