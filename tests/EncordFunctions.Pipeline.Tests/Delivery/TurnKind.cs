namespace EncordFunctions.Pipeline.Tests.Delivery;

/// <summary>What may happen to a run. Messages that nothing happens to are late.</summary>
public enum TurnKind
{
    /// <summary>A message is delivered, some times one after the other.</summary>
    Deliver,

    /// <summary>A message is delivered and comes once more later.</summary>
    Keep,

    /// <summary>Some messages are delivered at the same time, each to two hosts.</summary>
    Together,

    /// <summary>A row is given up while it is processed.</summary>
    GiveUpMeanwhile,

    /// <summary>A row is given up and nothing else.</summary>
    GiveUp,

    /// <summary>What failed is put back while a message is processed.</summary>
    Retry,

    /// <summary>A sweep, hours later, while a message is processed.</summary>
    Sweep,

    /// <summary>The event of the upload comes once more, to two hosts.</summary>
    Event,

    /// <summary>The unpacking is given up, and its event comes once more.</summary>
    GiveUpUpload,

    /// <summary>The finish is given up.</summary>
    GiveUpFinish,
}
