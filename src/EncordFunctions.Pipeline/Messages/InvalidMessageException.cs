namespace EncordFunctions.Pipeline.Messages;

/// <summary>A queue message that no step of the pipeline wrote. No retry helps.</summary>
internal sealed class InvalidMessageException : FormatException
{
    public InvalidMessageException(string message)
        : base(message)
    {
    }

    public InvalidMessageException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
