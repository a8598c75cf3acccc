using System.Collections.Concurrent;
using System.Diagnostics;
using EncordFunctions.Pipeline.Telemetry;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>Keeps every request of this process with what it carries, and which run of which step it belongs to.</summary>
internal sealed class Recorder : IDisposable
{
    // The pipeline that plays them says these itself.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "x-ms-date", "Date", "Host", "Content-Length", "User-Agent", "x-ms-client-request-id", "x-ms-return-client-request-id",
        "traceparent", "tracestate", "Request-Id",
    };

    private readonly ConcurrentDictionary<HttpRequestMessage, RecordedRequest> _all = new();
    private readonly HttpTraffic _traffic;
    private readonly ActivityListener _steps;
    private long _moment;

    public Recorder()
    {
        _steps = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == PipelineTelemetry.Name,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(_steps);
        _traffic = new HttpTraffic(Begin, End);
        _traffic.Listen();
    }

    /// <summary>What was recorded, in the order it left.</summary>
    public Recording Take() => new([.. _all.Values.OrderBy(static request => request.Began)]);

    public void Dispose()
    {
        _traffic.Dispose();
        _steps.Dispose();
    }

    private void Begin(HttpRequestMessage request)
    {
        byte[] body = [];
        var headers = request.Headers.ToList();
        if (request.Content is { } content)
        {
            // From memory to memory: from here on the request sends the copy.
            content.LoadIntoBufferAsync().Wait();
            using var copy = content.ReadAsStream();
            body = new byte[copy.Length];
            copy.ReadExactly(body);
            copy.Position = 0;
            headers.AddRange(content.Headers);
        }
        _all[request] = new RecordedRequest(
            request.Method.Method,
            request.RequestUri!,
            [.. headers.Where(static header => !Own.Contains(header.Key)).Select(static header => (header.Key, string.Join(", ", header.Value)))],
            body,
            StepOf(Activity.Current),
            Interlocked.Increment(ref _moment));
    }

    private void End(HttpRequestMessage request, HttpResponseMessage? response)
    {
        if (_all.TryGetValue(request, out var recorded)) recorded.Ended = Interlocked.Increment(ref _moment);
    }

    private static Activity? StepOf(Activity? activity)
    {
        // An entry has a span of its own within its step's.
        Activity? step = null;
        for (; activity is not null; activity = activity.Parent)
        {
            if (activity.Source.Name == PipelineTelemetry.Name) step = activity;
        }
        return step;
    }
}
