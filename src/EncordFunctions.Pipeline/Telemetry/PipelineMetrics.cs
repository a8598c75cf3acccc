using System.Diagnostics;
using System.Diagnostics.Metrics;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Tallies;

namespace EncordFunctions.Pipeline.Telemetry;

/// <summary>The instruments of the pipeline. Where nobody listens they cost nothing.</summary>
internal static class PipelineMetrics
{
    private static readonly Meter Meter = new(PipelineTelemetry.Name);

    private static readonly Counter<long> Rows = Meter.CreateCounter<long>("encord.rows", "{row}", "Verdicts written");
    private static readonly Counter<long> Annotations = Meter.CreateCounter<long>("encord.annotations", "{annotation}", "Annotations read");
    private static readonly Counter<long> Masks = Meter.CreateCounter<long>("encord.masks", "{mask}", "Mask pictures written");
    private static readonly Counter<long> Issues = Meter.CreateCounter<long>("encord.issues", "{issue}", "Issues found in label rows");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("encord.step.duration", "s", "Runs of steps");
    private static readonly Gauge<long> Backlog = Meter.CreateGauge<long>("encord.backlog", "{message}", "Messages in a queue");
    private static readonly Gauge<long> Open = Meter.CreateGauge<long>("encord.exports.open", "{export}", "Exports that are not finished");
    private static readonly Gauge<double> Oldest = Meter.CreateGauge<double>("encord.exports.oldest", "s", "Age of the oldest export that is not finished");

    /// <summary>
    /// Counts a row by the verdict that was just written, not by one that was found to stand. A row that failed and was tried again counts
    /// once for each of its two verdicts.
    /// </summary>
    public static void VerdictWritten(VerdictRow row)
    {
        if (Rows.Enabled) Rows.Add(1, new KeyValuePair<string, object?>("verdict", row.Verdict.ToString()));
        if (Annotations.Enabled) Annotations.Add(row.Annotations);
        if (Masks.Enabled) Masks.Add(row.Masks);
        if (!Issues.Enabled) return;
        foreach (var kind in TallyJson.Issues(row.IssueCodes))
            Issues.Add(kind.Count, new("code", kind.Code), new("severity", Word(kind.Severity)));
    }

    /// <summary>Records how long a run of a step took and how it ended.</summary>
    public static void StepEnded(string step, string outcome, TimeSpan duration)
    {
        if (Duration.Enabled) Duration.Record(duration.TotalSeconds, new("step", step), new("outcome", outcome));
    }

    /// <summary>Records what a sweep saw: the messages of each queue, how many exports are open, and how old the oldest of those is, if there is one.</summary>
    public static void Swept(IEnumerable<KeyValuePair<string, long>> queues, long open, TimeSpan? oldest)
    {
        foreach (var (queue, messages) in queues) Backlog.Record(messages, new KeyValuePair<string, object?>("queue", queue));
        Open.Record(open);
        Oldest.Record(oldest?.TotalSeconds ?? 0);
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        Severity.Error => "error",
        _ => throw new UnreachableException($"The severity {severity} has no word."),
    };
}
