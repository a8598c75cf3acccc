namespace EncordFunctions.Pipeline;

/// <summary>What a sweep saw and did.</summary>
public sealed record SweepReport
{
    /// <summary>Queue → messages, those being worked on included. A queue that does not exist has none.</summary>
    public required IReadOnlyDictionary<string, long> Messages { get; init; }

    /// <summary>How many exports are not finished.</summary>
    public required int Open { get; init; }

    /// <summary>Since when the oldest of them is on its way; null where there is none.</summary>
    public required DateTimeOffset? OldestSince { get; init; }

    /// <summary>How old that one is.</summary>
    public required TimeSpan? OldestAge { get; init; }

    /// <summary>How many uploads were found that had never been unpacked.</summary>
    public required int Found { get; init; }

    /// <summary>How many exports had stalled and go on.</summary>
    public required int TakenUp { get; init; }
}
