using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline.Tests.Privacy;

/// <summary>All that the pipeline tells whoever watches it: logs with what they were made of, activities, tags of metrics.</summary>
public sealed class Overheard : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _said = [];
    private readonly ActivityListener _activities;
    private readonly MeterListener _metrics = new();

    public Overheard()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Take,
        };
        ActivitySource.AddActivityListener(_activities);
        _metrics.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Take(instrument, tags));
        _metrics.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Take(instrument, tags));
        _metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Take(instrument, tags));
        _metrics.Start();
    }

    public string All => string.Join('\n', _said);

    public int Logged { get; private set; }

    public int Activities { get; private set; }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _said.Enqueue($"{state}");
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Logged++;
        _said.Enqueue($"{logLevel} {eventId} {formatter(state, exception)} {exception}");
        foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? []) _said.Enqueue($"{name}={value}");
    }

    public void Dispose()
    {
        _activities.Dispose();
        _metrics.Dispose();
    }

    private void Take(Activity activity)
    {
        Activities++;
        _said.Enqueue($"{activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString}");
        foreach (var (name, value) in activity.TagObjects.Concat(activity.Events.SelectMany(static one => one.Tags))) _said.Enqueue($"{name}={value}");
        foreach (var (name, value) in activity.Baggage) _said.Enqueue($"{name}={value}");
    }

    private void Take(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags) _said.Enqueue($"{instrument.Name} {name}={value}");
    }
}
