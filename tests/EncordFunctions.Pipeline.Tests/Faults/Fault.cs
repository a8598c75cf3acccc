namespace EncordFunctions.Pipeline.Tests.Faults;

/// <summary>What a storage does to a request.</summary>
public enum Fault
{
    /// <summary>Answers 429 and does nothing.</summary>
    TooMany,

    /// <summary>Answers 500 and does nothing.</summary>
    ServerError,

    /// <summary>Answers 503 and does nothing.</summary>
    Busy,

    /// <summary>Does what was asked; the answer never comes.</summary>
    TimeOut,

    /// <summary>Drops the connection before the request is read.</summary>
    Dropped,

    /// <summary>Does what was asked; the answer comes after those of later requests.</summary>
    Slow,
}
