using System.Globalization;
using System.Xml.Linq;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Previews;

/// <summary>A picture as it is written and as a reader finds things on it.</summary>
internal static class PreviewPage
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static RowEvent.AnnotationRead Named(Shape shape, string name) => new RowEvent.AnnotationRead(Writing.Annotate(shape) with { Name = name, Color = "#336699" });

    public static async Task<MemoryFiles> WriteAsync(RowContext row, IRowFormat format, params RowEvent[] events) => (await WriteWithLedgerAsync(row, format, events)).Files;

    public static async Task<(MemoryFiles Files, LedgerLine Ledger)> WriteWithLedgerAsync(RowContext row, IRowFormat format, params RowEvent[] events)
    {
        var files = new MemoryFiles();
        await using var writer = format.Open(row, files);
        foreach (var one in events) await writer.WriteAsync(one, TestContext.Current.CancellationToken);
        return (files, await writer.CompleteAsync(TestContext.Current.CancellationToken));
    }

    public static XElement Read(MemoryFiles files, string path) => XDocument.Parse(files.Text(path)).Root!;

    public static IEnumerable<XElement> Names(XElement svg) =>
        svg.Elements(Svg + "g").Single(static one => (string?)one.Attribute("class") == "names").Elements(Svg + "text");

    public static IEnumerable<IReadOnlyList<IReadOnlyList<Vertex>>> Paths(XElement svg) =>
        svg.Descendants(Svg + "path").Select(static path => SvgPath.Read(path.Attribute("d")!.Value));

    public static double Number(XElement one, string name) => double.Parse(one.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
