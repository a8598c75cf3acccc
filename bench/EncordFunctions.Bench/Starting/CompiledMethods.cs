using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace EncordFunctions.Bench.Starting;

/// <summary>Whose methods are compiled at run time. To listen costs time itself, so no time is taken beside it.</summary>
internal sealed class CompiledMethods : EventListener
{
    private const EventKeywords Compilations = (EventKeywords)0x10;

    private readonly ConcurrentDictionary<string, int> _counts = new();

    /// <summary>How many there were, by the first two words of their namespace.</summary>
    public Dictionary<string, int> Count() => new(_counts);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(eventSource, EventLevel.Verbose, Compilations);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) != true) return;
        var type = eventData.Payload![eventData.PayloadNames!.IndexOf("MethodNamespace")] as string ?? "";
        var words = type.Split('.', '`', '+', '[');
        _counts.AddOrUpdate(words.Length > 2 ? $"{words[0]}.{words[1]}" : words[0], 1, static (_, count) => count + 1);
    }
}
