namespace EncordFunctions.Local.Commands;

/// <summary>Something the user gave can't be used; the message is one line that says why and what to do.</summary>
public sealed class UnusableInputException(string message) : Exception(message);
