using EncordFunctions.Pipeline;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>The requests of a whole run, by the step that made them.</summary>
internal sealed class Recording
{
    public Recording(IReadOnlyList<RecordedRequest> requests)
    {
        var steps = requests.Where(static request => request.Step is not null).GroupBy(static request => request.Step!).ToLookup(
            static step => step.Key.OperationName, static step => new RecordedStep([.. step]));
        Unpacking = steps[nameof(UnpackExport)].Single();
        Rows = [.. steps[nameof(ProcessLabelRow)]];
        Finishes = [.. steps[nameof(FinishExport)]];
        // Messages are received and deleted anew: their receipts are others then.
        Host = new RecordedStep([.. requests.Where(static request => request.Step is null && !IsOfMessages(request))]);
    }

    public RecordedStep Unpacking { get; }

    public IReadOnlyList<RecordedStep> Rows { get; }

    /// <summary>More than one where several rows saw the last verdict.</summary>
    public IReadOnlyList<RecordedStep> Finishes { get; }

    /// <summary>What the host asks beside the steps: whether other queues have anything, and whether the export is done.</summary>
    public RecordedStep Host { get; }

    private static bool IsOfMessages(RecordedRequest request) =>
        RequestKind.PlaceOf(request.Uri) is StorageNames.LabelRows or StorageNames.FinishedExports;
}
