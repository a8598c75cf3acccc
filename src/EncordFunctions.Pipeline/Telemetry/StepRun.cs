using System.Diagnostics;

namespace EncordFunctions.Pipeline.Telemetry;

/// <summary>
/// One run of a step, as it is measured and traced. Where nobody listens it costs some 300 bytes. What it promises: of an exception
/// only the type is told, for its message may quote what a row holds or where it lies.
/// </summary>
internal sealed class StepRun
{
    private static readonly ActivitySource Source = new(PipelineTelemetry.Name);

    private readonly string _step;
    private readonly long _begun = Stopwatch.GetTimestamp();
    private Activity? _activity;

    private StepRun(string step) => _step = step;

    /// <summary>Runs a step and tells how it ended.</summary>
    /// <param name="step">Its name.</param>
    /// <param name="work">What it does; it says which export it works on as soon as it knows.</param>
    /// <param name="cancellationToken">What ends the work from outside: an exception behind it is no error.</param>
    public static async Task<T> RunAsync<T>(string step, Func<StepRun, Task<T>> work, CancellationToken cancellationToken)
    {
        var run = new StepRun(step);
        var outcome = StepOutcome.Ok;
        try
        {
            return await work(run);
        }
        catch (Exception exception)
        {
            outcome = cancellationToken.IsCancellationRequested ? StepOutcome.Cancelled : StepOutcome.Error;
            if (outcome == StepOutcome.Error) run.Fail(exception);
            throw;
        }
        finally
        {
            run.Tag(Tags.Outcome, outcome);
            run._activity?.Dispose();
            PipelineMetrics.StepEnded(step, outcome, Stopwatch.GetElapsedTime(run._begun));
        }
    }

    /// <summary>Runs a step that gives nothing back.</summary>
    public static Task RunAsync(string step, Func<StepRun, Task> work, CancellationToken cancellationToken) => RunAsync(
        step,
        async run =>
        {
            await work(run);
            return true;
        },
        cancellationToken);

    /// <summary>Says which export the run works on. From here on it is a span of that export's trace.</summary>
    public void Of(ExportId export)
    {
        if (!Source.HasListeners()) return;

        // The host's own span of this invocation is in a trace of the host's. Each of the two says where the other is.
        var invocation = Activity.Current;
        invocation?.SetTag(Tags.Export, export.Value);
        ActivityLink[] links = invocation is null ? [] : [new ActivityLink(invocation.Context)];
        _activity = Source.StartActivity(_step, ActivityKind.Internal, ExportTrace.RootOf(export), links: links);
        Tag(Tags.Export, export.Value);
    }

    /// <summary>Says which row of an export the run works on.</summary>
    public void Of(ExportId export, int ordinal)
    {
        Of(export);
        Tag(Tags.Row, ordinal);
    }

    /// <summary>Says something of the run: a count or a word of the code's own, never what a row or a name holds.</summary>
    public void Tag<T>(string name, T value)
    {
        if (_activity is not null) _activity.SetTag(name, value);
    }

    /// <summary>Begins the part of an unpacking that reads one entry of the archive, which has a span of its own.</summary>
    public static Activity? BeginEntry(ExportId export, int entry) =>
        Source.StartActivity("StageEntry")?.SetTag(Tags.Export, export.Value).SetTag(Tags.Entry, entry);

    private void Fail(Exception exception)
    {
        if (_activity is null) return;
        var type = exception.GetType().FullName;
        _activity.SetStatus(ActivityStatusCode.Error, type);
        _activity.SetTag(Tags.ErrorType, type);
    }
}
