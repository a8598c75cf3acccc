namespace EncordFunctions.Local.Hosting;

/// <summary>A step of an export failed as often as it is tried; the message is one line that says which and why.</summary>
public sealed class ExportNotFinishedException(string message) : Exception(message);
