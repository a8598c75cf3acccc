using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Tests.Geometry;

/// <summary>Areas and bounds of shapes in pixels.</summary>
public sealed class SizesOfShapes
{
    [Fact]
    public void A_box_covers_its_width_times_its_height_turned_or_not()
    {
        var turned = new RotatableBoundingBox(10, 20, 4, 2, 90);

        Assert.Equal((8, new Bounds(10, 20, 4, 2)), (new BoundingBox(10, 20, 4, 2).Area, new BoundingBox(10, 20, 4, 2).Bounds));
        Assert.Equal(8, turned.Area);
        var bounds = turned.Bounds!.Value;
        Assert.Equal([11, 19, 2, 4], new[] { bounds.X, bounds.Y, bounds.W, bounds.H }.Select(static side => Math.Round(side, 9)));
    }

    [Fact]
    public void A_turned_box_in_fractions_has_no_size()
    {
        var box = new RotatableBoundingBox(0.1, 0.2, 0.4, 0.2, 90) { IsInPixels = false };

        Assert.Empty(box.Corners());
        Assert.Equal((null, null), (box.Area, box.Bounds));
    }

    [Fact]
    public void The_bounds_of_a_polygon_are_those_of_all_its_parts_and_a_part_without_a_ring_has_none()
    {
        Vertex[] near = [new(1, 1), new(3, 1), new(1, 4)];
        Vertex[] far = [new(10, 0), new(12, 0), new(12, 2)];
        var polygon = new Polygon([[near], [], [far]]);

        Assert.Equal(new Bounds(1, 0, 11, 4), polygon.Bounds);
        Assert.Equal(3 + 2, polygon.Area);
        Assert.True(polygon.IsValid);
        Assert.Null(new Polygon([]).Bounds);
    }
}
