using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Support;

/// <summary>A small row to write, and the writing of it.</summary>
internal static class Writing
{
    public static DataUnit Unit { get; } = new("unit-1", "left.jpg", "image/jpeg", 0, new FrameSize(640, 480), null);

    public static RowIndex Index { get; } = new()
    {
        Header = new LabelRowHeader { LabelHash = "label-1", BranchName = "main", DataHash = "data-1", DataTitle = "pair", DataType = "image" },
        Units = [Unit],
    };

    public static RowContext Row { get; } = new(3, Index, null);

    public static Annotation Annotate(Shape shape, string objectHash = "o/+1", long frame = 4, FrameSize? size = null) => new()
    {
        Unit = Unit,
        Frame = new Frame(frame, size ?? Unit.Size),
        Position = 0,
        ObjectHash = objectHash,
        Shape = shape,
    };

    public static RowEvent Read(Shape shape) => new RowEvent.AnnotationRead(Annotate(shape));

    public static Issue Finding(string code, Severity severity = Severity.Error) =>
        new(new IssueCode(code, severity, "Not so"), "No \"é\" < 3 \\ here.", "a/b.json", 5_000_000_000, "/0/data_units") { LabelHash = "label-1" };

    public static Mask TopRow { get; } = Mask.FromRuns([0, 3, 3], 3, 2);

    public static async Task<(MemoryFiles Files, LedgerLine Ledger)> WriteAsync(IRowFormat format, params RowEvent[] events)
    {
        var files = new MemoryFiles();
        await using var writer = format.Open(Row, files);
        foreach (var one in events) await writer.WriteAsync(one, TestContext.Current.CancellationToken);
        return (files, await writer.CompleteAsync(TestContext.Current.CancellationToken));
    }
}
