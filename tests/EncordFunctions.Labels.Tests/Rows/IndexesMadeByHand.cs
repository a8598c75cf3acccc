using System.Text;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

/// <summary>What is public of an index is enough to read the frames with it.</summary>
public sealed class IndexesMadeByHand
{
    [Fact]
    public async Task Frames_have_the_size_of_their_unit()
    {
        var row = Encoding.UTF8.GetBytes(Row.Of("video", Row.Unit("u", $$"""{"3":{{Row.Labels(Row.Object("a", Row.Box))}}}""")));
        var reader = new LabelRowReader(new RowPlace("row.json", 0, ""));
        var whole = Assert.IsType<RowIndexing.Readable>(await reader.IndexAsync(new MemoryStream(row), TestContext.Current.CancellationToken)).Index;
        var index = new RowIndex { Header = whole.Header, Units = whole.Units };

        var shapes = new List<Shape>();
        await foreach (var next in reader.ReadAsync(new MemoryStream(row), index, TestContext.Current.CancellationToken))
            if (next is RowEvent.AnnotationRead { Annotation.Shape: var shape }) shapes.Add(shape);

        Assert.Equal(Reading.Of(Encoding.UTF8.GetString(row)).Only.Shape, Assert.Single(shapes));
    }
}
