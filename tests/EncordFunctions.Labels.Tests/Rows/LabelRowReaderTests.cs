using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

public sealed class LabelRowReaderTests
{
    [Fact]
    public void A_box_is_scaled_x_by_width_and_y_by_height()
    {
        var annotation = Reading.Of(Row.With(Row.Box)).Only;

        Assert.Equal(new BoundingBox(20, 20, 60, 40), annotation.Shape);
        Assert.Equal(new FrameSize(200, 100), annotation.Frame.Size);
    }
}
