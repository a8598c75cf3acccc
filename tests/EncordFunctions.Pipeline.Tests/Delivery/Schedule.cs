namespace EncordFunctions.Pipeline.Tests.Delivery;

/// <summary>How the messages of a run come.</summary>
/// <param name="Second">What else is dropped.</param>
/// <param name="At">When: after as many turns, or, where it is a new zip, before that request of the unpacking.</param>
/// <param name="Turns">What happens, in this order. What is left then is delivered, and what failed is tried again.</param>
public sealed record Schedule(Second Second, int At, Turn[] Turns)
{
    public override string ToString() =>
        $"{Second} at {At}: {string.Join(", ", Turns.Select(static turn => $"{turn.Kind} {turn.Which} x{turn.Times}"))}";
}
