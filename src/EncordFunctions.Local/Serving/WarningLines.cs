using EncordFunctions.Local.Hosting;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Local.Serving;

/// <summary>Gives what a server logs of faults to whoever shows warnings: a line each, and nothing of all the rest.</summary>
internal sealed class WarningLines(Action<string> warn) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        var line = OneLine.Of(formatter(state, exception));
        warn(exception is null ? line : $"{line}: {OneLine.Of(exception)}");
    }

    public void Dispose()
    {
    }
}
