namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>The end of a process, as its steps see it.</summary>
public sealed class CrashException : Exception;
