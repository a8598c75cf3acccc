namespace EncordFunctions.Labels.Rows;

/// <summary>The events of every object of a continuous scene in order of time: an object holds until its next event, which may stand anywhere.</summary>
internal sealed class SceneEvents
{
    private const int Most = 1_000_000;

    private readonly Dictionary<(string Object, string? Stream), List<SceneEvent>> _events = [];
    private int _count;

    /// <summary>Whether an event was marked as one; only continuous scenes do that.</summary>
    public bool HasMarks { get; private set; }

    /// <summary>Whether there were more than are kept, so that ends may be missing.</summary>
    public bool IsFull => _count >= Most;

    /// <summary>Keeps an event.</summary>
    /// <param name="objectHash">Whose it is.</param>
    /// <param name="key">When, and on which stream.</param>
    /// <param name="mark">What the object says happens: <c>upsert</c>, <c>delete</c>, or nothing.</param>
    public void Add(string objectHash, FrameKey key, string? mark)
    {
        // Labels on streams are single frames unless they say that they are events.
        if (IsFull || (key.Stream is not null && mark is null)) return;
        HasMarks |= mark is not null;
        _count++;
        if (!_events.TryGetValue((objectHash, key.Stream), out var events)) _events[(objectHash, key.Stream)] = events = [];
        events.Add(new SceneEvent(key.Number, mark == "delete"));
    }

    /// <summary>Brings all events in order, once.</summary>
    public void Sort()
    {
        foreach (var events in _events.Values) events.Sort(static (one, other) => one.At.CompareTo(other.At));
    }

    /// <summary>The object's last event before <paramref name="at"/>.</summary>
    public SceneEvent? Before(string objectHash, string? stream, long at)
    {
        var (events, index) = Find(objectHash, stream, at);
        return index > 0 ? events[index - 1] : null;
    }

    /// <summary>The object's first event after <paramref name="at"/>.</summary>
    public SceneEvent? After(string objectHash, string? stream, long at)
    {
        var (events, index) = Find(objectHash, stream, at);
        while (index < events.Count && events[index].At <= at) index++;
        return index < events.Count ? events[index] : null;
    }

    /// <summary>The object's events and the index of the first one at <paramref name="at"/> or later.</summary>
    private (List<SceneEvent> Events, int Index) Find(string objectHash, string? stream, long at)
    {
        if (!_events.TryGetValue((objectHash, stream), out var events)) return ([], 0);
        var (low, high) = (0, events.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (events[middle].At < at) low = middle + 1;
            else high = middle;
        }
        return (events, low);
    }
}
