using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>Keeps the names of what was logged.</summary>
public sealed class Said : ILogger
{
    private readonly ConcurrentQueue<string> _names = [];

    public IReadOnlyList<string> Names => [.. _names];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _names.Enqueue(eventId.Name!);
}
