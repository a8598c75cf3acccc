using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Queues;

/// <summary>Queues whose messages hide from others while somebody has them.</summary>
internal sealed class QueueService(ServiceTime time)
{
    private const int MostAtOnce = 32;

    private static readonly TimeSpan UsualHiding = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UsualLife = TimeSpan.FromDays(7);
    private static readonly DateTimeOffset Never = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    private readonly Dictionary<string, List<StoredMessage>> _queues = [];
    private int _messages;
    private int _receipts;

    public ServiceAnswer Serve(ServiceRequest request)
    {
        var path = request.Path.Split('/');
        try
        {
            return (request.Method, path.Length, request.Parameter("comp"), request.Parameter("peekonly")) switch
            {
                ("PUT", 1, null, null) => Create(path[0]),
                ("GET", 1, "metadata", null) => Count(Queue(path[0])),
                ("POST", 2, null, null) => Send(request, Queue(path[0])),
                ("GET", 2, null, "true") => List(Visible(request, Queue(path[0])).Select(static message => message.Peeked())),
                ("GET", 2, null, null) => Receive(request, Queue(path[0])),
                ("DELETE", 2, null, null) => Clear(Queue(path[0])),
                ("DELETE", 3, null, null) => Delete(Queue(path[0]), path[2], request.Parameter("popreceipt")!),
                _ => throw request.NotServed(),
            };
        }
        catch (ServiceException refusal)
        {
            return refusal.ToXml(request.Method);
        }
    }

    private ServiceAnswer Create(string name) => new(_queues.TryAdd(name, []) ? 201 : 204);

    private List<StoredMessage> Queue(string name)
    {
        var messages = _queues.GetValueOrDefault(name) ?? throw new ServiceException(404, "QueueNotFound", "The specified queue does not exist.");
        messages.RemoveAll(message => message.Expires <= time.Now);
        return messages;
    }

    private static ServiceAnswer Count(List<StoredMessage> messages) =>
        new ServiceAnswer(200).With("x-ms-approximate-messages-count", messages.Count.ToString(CultureInfo.InvariantCulture));

    private ServiceAnswer Send(ServiceRequest request, List<StoredMessage> messages)
    {
        using var xml = new MemoryStream(request.Body);
        var text = XDocument.Load(xml).Root!.Element("MessageText")!.Value;
        var now = time.Now;
        var expires = request.Number("messagettl") is { } seconds ? seconds == -1 ? Never : now.AddSeconds(seconds) : now + UsualLife;
        var message = new StoredMessage(
            new Guid(++_messages, 0, 0, new byte[8]).ToString(), text, now, expires, now.AddSeconds(request.Number("visibilitytimeout") ?? 0), NextReceipt(), 0);
        messages.Add(message);
        return List([message.Sent()], 201);
    }

    private ServiceAnswer Receive(ServiceRequest request, List<StoredMessage> messages)
    {
        var hiding = request.Number("visibilitytimeout") is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualHiding;
        if (hiding <= TimeSpan.Zero)
            throw new ServiceException(400, "OutOfRangeQueryParameterValue", "One of the query parameters specified in the request URI is outside the permissible range.");
        var received = new List<XElement>();
        foreach (var message in Visible(request, messages).ToList())
        {
            var taken = message with { Visible = time.Now + hiding, Receipt = NextReceipt(), Taken = message.Taken + 1 };
            messages[messages.IndexOf(message)] = taken;
            received.Add(taken.Received());
        }
        return List(received);
    }

    private IEnumerable<StoredMessage> Visible(ServiceRequest request, List<StoredMessage> messages) =>
        messages.Where(message => message.Visible <= time.Now).Take(Math.Min(request.Number("numofmessages") ?? 1, MostAtOnce));

    private static ServiceAnswer Clear(List<StoredMessage> messages)
    {
        messages.Clear();
        return new ServiceAnswer(204);
    }

    private static ServiceAnswer Delete(List<StoredMessage> messages, string id, string receipt)
    {
        var message = messages.Find(message => message.Id == id) ?? throw new ServiceException(404, "MessageNotFound", "The specified message does not exist.");
        if (message.Receipt != receipt)
            throw new ServiceException(400, "PopReceiptMismatch", "The specified pop receipt did not match the pop receipt for a dequeued message.");
        messages.Remove(message);
        return new ServiceAnswer(204);
    }

    private static ServiceAnswer List(IEnumerable<XElement> messages, int status = 200) =>
        ServiceAnswer.Xml(status, new XElement("QueueMessagesList", messages).ToString(SaveOptions.DisableFormatting));

    private string NextReceipt() => Convert.ToBase64String(Encoding.ASCII.GetBytes($"receipt {++_receipts}"));
}
