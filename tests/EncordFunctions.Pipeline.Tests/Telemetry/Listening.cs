using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using EncordFunctions.Pipeline.Telemetry;

namespace EncordFunctions.Pipeline.Tests.Telemetry;

/// <summary>Hears all spans and measurements of the pipeline, and plays the host, which has a span of its own around each step.</summary>
public sealed class Listening : IDisposable
{
    private readonly ActivitySource _host = new("Host of these tests");
    private readonly ActivityListener _activities = new();
    private readonly MeterListener _meters = new();
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ConcurrentQueue<(string Name, double Value)> _measurements = [];

    public Listening()
    {
        _activities.ShouldListenTo = source => source.Name is PipelineTelemetry.Name || source == _host;
        _activities.Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded;
        _activities.ActivityStopped = activity =>
        {
            if (activity.Source.Name == PipelineTelemetry.Name) _spans.Enqueue(activity);
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == PipelineTelemetry.Name) listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _meters.Start();
    }

    public IReadOnlyList<Activity> Spans => [.. _spans];

    /// <summary>What was measured, summed up by instrument and tags: <c>encord.rows verdict=Done</c>.</summary>
    public IReadOnlyDictionary<string, double> Sums =>
        _measurements.GroupBy(static one => one.Name).ToDictionary(static group => group.Key, static group => group.Sum(static one => one.Value));

    /// <summary>How often something was measured.</summary>
    public int Count(string name) => _measurements.Count(one => one.Name == name);

    public async Task<(T Result, Activity Invocation)> InvokeAsync<T>(Func<Task<T>> step)
    {
        using var invocation = _host.StartActivity("function")!;
        return (await step(), invocation);
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        _host.Dispose();
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = new List<string> { instrument.Name };
        foreach (var (key, word) in tags) words.Add(string.Create(CultureInfo.InvariantCulture, $"{key}={word}"));
        _measurements.Enqueue((string.Join(' ', words), value));
    }
}
