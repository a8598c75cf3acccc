using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Report;

/// <summary>An export of one row.</summary>
internal static class SmallExport
{
    public static ReadExport Of(params RowEvent[] events) => new("small.zip", null, [(Writing.Row with { Ordinal = 0 }, events)]);

    public static RowEvent.AnnotationRead Box(string objectHash) => new(Writing.Annotate(new BoundingBox(10, 10, 100, 50), objectHash) with { Name = "Car" });

    public static RowEvent.AnnotationRead Annotated(Shape shape, string name = "Car", string? by = null, DateTimeOffset? at = null) =>
        new(Writing.Annotate(shape) with { Name = name, CreatedBy = by, CreatedAt = at });
}
