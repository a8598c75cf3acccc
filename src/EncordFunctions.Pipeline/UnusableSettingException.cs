namespace EncordFunctions.Pipeline;

/// <summary>A setting that the app can't start with; the message says which, and what it may be.</summary>
public sealed class UnusableSettingException(string message) : InvalidOperationException(message);
