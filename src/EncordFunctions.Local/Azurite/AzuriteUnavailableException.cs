namespace EncordFunctions.Local.Azurite;

/// <summary>The storage emulator can't be had; the message is one line that says why and what to do.</summary>
public sealed class AzuriteUnavailableException : Exception
{
    /// <summary>With the line to show.</summary>
    public AzuriteUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With the line to show and what caused it.</summary>
    public AzuriteUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
