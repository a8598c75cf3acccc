namespace EncordFunctions.Pipeline.Tests.Delivery;

/// <summary>Something that happens to a run.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Which">Which of the messages that wait it begins with.</param>
/// <param name="Times">How often it happens.</param>
public sealed record Turn(TurnKind Kind, int Which, int Times);
