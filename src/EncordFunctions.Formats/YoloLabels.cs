using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Yolo;
using EncordFunctions.Formats.Yolo.Joining;
using EncordFunctions.Formats.Yolo.Tasks;

namespace EncordFunctions.Formats;

/// <summary>
/// <c>yolo/{task}/</c>: the labels of one task as Ultralytics reads them, <c>data.yaml</c> and a text file a picture. Coordinates are
/// fractions of the picture, 0 to 1, of at most ten decimals, which is less than a millionth of a pixel on one of 8192. A task that has
/// nothing to say of the whole export has no folder.
/// </summary>
/// <remarks>
/// The rules are those of <c>img2label_paths</c>, <c>verify_image_label</c> and <c>check_det_dataset</c> in ultralytics/data/utils.py.
/// </remarks>
public sealed class YoloLabels : IExportFormat
{
    private readonly YoloTask _task;

    private YoloLabels(YoloTask task) => _task = task;

    /// <summary>The formats of all tasks; each has its own folder and its own ledger.</summary>
    public static IReadOnlyList<YoloLabels> All { get; } =
    [
        new(new DetectTask()),
        new(new SegmentTask()),
        new(new PoseTask()),
        new(new ObbTask()),
    ];

    /// <inheritdoc/>
    public string Name => $"yolo/{_task.Word}";

    /// <inheritdoc/>
    public char Track => _task.Track;

    /// <inheritdoc/>
    public IRowWriter OpenRow(RowContext row, FragmentTrack track) => new YoloRow(Name, _task, row, track);

    /// <inheritdoc/>
    public IExportWriter OpenExport(ExportContext export, IExportFiles files)
    {
        // Pictures without labels alone are no data to train on; the ledger says so before the first of them comes.
        if (export.Manifest.Ledger.Where(line => line.Derivative == Name).Sum(static line => line.Written) == 0) return new NothingJoined();
        var labels = new LabelJoin(Name, export, files);
        return _task.HasKeypoints ? new KeypointJoin(labels, files) : labels;
    }
}
