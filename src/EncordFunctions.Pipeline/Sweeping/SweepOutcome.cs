namespace EncordFunctions.Pipeline.Sweeping;

/// <summary>What a sweep did with an open export.</summary>
internal enum SweepOutcome
{
    /// <summary>Nothing: it is on its way.</summary>
    Left,

    /// <summary>It had ended and is not open any more.</summary>
    Closed,

    /// <summary>It had stalled and goes on.</summary>
    TakenUp,
}
