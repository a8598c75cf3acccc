using CsCheck;
using EncordFunctions.Labels.Comparing;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Tests.Comparing;

public sealed class OverlapTests
{
    private static readonly Gen<BoundingBox> Boxes =
        Gen.Select(Gen.Double[0, 50], Gen.Double[0, 50], Gen.Double[1, 50], Gen.Double[1, 50], static (x, y, w, h) => new BoundingBox(x, y, w, h));

    private static readonly Gen<Circle> Circles =
        Gen.Select(Gen.Double[0, 40], Gen.Double[0, 40], Gen.Double[1, 30], static (x, y, r) => new Circle(x, y, r, 1, 0));

    [Fact]
    public void A_box_moved_by_half_its_width_shares_a_third()
    {
        Assert.Equal(1 / 3.0, Overlap.IoU(new BoundingBox(0, 0, 10, 4), new BoundingBox(5, 0, 10, 4))!.Value, 12);
        Assert.Equal(0, Overlap.IoU(new BoundingBox(0, 0, 10, 4), new BoundingBox(10, 0, 10, 4)));
    }

    [Fact]
    public void A_square_and_itself_turned_by_45_degrees_share_a_regular_octagon()
    {
        // A square of side 2 has the inscribed circle of radius 1; the octagon around that circle has the area 8 tan(π/8).
        var octagon = 8 * Math.Tan(Math.PI / 8);
        var turned = new RotatableBoundingBox(0, 0, 2, 2, 45);

        Assert.Equal(octagon / (8 - octagon), Overlap.IoU(new RotatableBoundingBox(0, 0, 2, 2, 0), turned)!.Value, 9);
        Assert.Equal(octagon / (8 - octagon), Overlap.IoU(new BoundingBox(0, 0, 2, 2), turned)!.Value, 9);
    }

    [Fact]
    public void A_hole_is_not_covered_and_parts_that_overlap_count_once()
    {
        Vertex[] outer = [new(0, 0), new(10, 0), new(10, 10), new(0, 10)];
        Vertex[] hole = [new(2, 2), new(8, 2), new(8, 8), new(2, 8)];
        var whole = new Polygon([[outer]]);

        Assert.Equal(0.64, Overlap.IoU(whole, new Polygon([[outer, hole]]))!.Value, 9);
        Assert.Equal(1, Overlap.IoU(whole, new Polygon([[outer], [hole]]))!.Value, 9);
    }

    [Fact]
    public void A_ring_that_crosses_itself_is_compared_as_it_is_filled()
    {
        // A bow tie: two triangles of 25 each in a square of 100.
        var tie = new Polygon([[[new(0, 0), new(10, 10), new(10, 0), new(0, 10)]]]);

        Assert.Equal(0.5, Overlap.IoU(tie, new BoundingBox(0, 0, 10, 10))!.Value, 9);
    }

    [Fact]
    public void Two_circles_of_one_size_whose_centres_are_a_radius_apart_share_their_lens()
    {
        var lens = (2 * Math.PI / 3) - (Math.Sqrt(3) / 2);

        Assert.Equal(lens / ((2 * Math.PI) - lens), Overlap.IoU(new Circle(0, 0, 1, 1, 0), new Circle(1, 0, 1, 1, 0))!.Value, 12);
        Assert.Equal(0.25, Overlap.IoU(new Circle(0, 0, 2, 1, 0), new Circle(0.5, 0, 1, 1, 0))!.Value, 12);
    }

    [Theory]
    [InlineData(0, 3, 1)]
    [InlineData(1, 2, 4 / 9.0)]
    [InlineData(5, 2, 0)]
    [InlineData(9, 2, 0)]
    public void Circles_that_are_the_same_or_touch_share_all_of_the_smaller_one_or_nothing(double distance, double radius, double expected) =>
        Assert.Equal(expected, Overlap.IoU(new Circle(1, 2, 3, 1, 0), new Circle(1 + distance, 2, radius, 1, 0))!.Value, 12);

    [Fact]
    public void An_ellipse_is_taken_as_a_polygon_where_its_lengths_are_known()
    {
        var ellipse = new Ellipse(20, 10, 8, 4, 90);

        Assert.Equal(Math.PI * 32 / 128, Overlap.IoU(ellipse, new BoundingBox(16, 2, 8, 16))!.Value, 3);
        Assert.Null(Overlap.IoU(ellipse with { IsInPixels = false }, new BoundingBox(16, 2, 8, 16)));
    }

    [Fact]
    public void Boxes_that_only_touch_or_are_apart_in_one_direction_share_nothing()
    {
        var box = new BoundingBox(10, 10, 10, 10);

        Assert.All(
            new[] { (20, 10), (0, 10), (10, 20), (10, 0), (40, 10), (10, 40), (40, 40), (20, 20) },
            at => Assert.Equal(0, Overlap.IoU(box, new BoundingBox(at.Item1, at.Item2, 10, 10))));
    }

    [Fact]
    public void A_box_in_perspective_covers_the_outline_of_its_two_faces()
    {
        Vertex[] front = [new(0, 0), new(4, 0), new(4, 4), new(0, 4)];
        var box = new Cuboid2D(front, new Projection.Isometric(new Vertex(2, 0)));

        Assert.Equal(16 / 24.0, Overlap.IoU(box, new BoundingBox(0, 0, 4, 4))!.Value, 9);
    }

    [Fact]
    public void What_has_no_area_or_can_not_be_laid_over_the_other_has_no_overlap()
    {
        Assert.Null(Overlap.IoU(new Point(new Vertex(1, 1)), new Point(new Vertex(1, 1))));
        Assert.Null(Overlap.IoU(new Bitmask(Mask.FromRuns([0, 4], 2, 2)), new BoundingBox(0, 0, 2, 2)));
        Assert.Null(Overlap.IoU(new Bitmask(Mask.FromRuns([0, 4], 2, 2)), new Bitmask(Mask.FromRuns([0, 4], 4, 1))));
        Assert.Null(Overlap.IoU(new Bitmask(Mask.FromRuns([0, 4], 2, 2)), new Bitmask(Mask.FromRuns([0, 6], 2, 3))));
        Assert.Null(Overlap.IoU(new Bitmask(Mask.FromRuns([0, 4], 2, 2)), new Bitmask(Mask.FromRuns([0, 6], 3, 2))));
        Assert.Null(Overlap.IoU(new Bitmask(Mask.FromRuns([4], 2, 2)), new Bitmask(Mask.FromRuns([4], 2, 2))));
        Assert.Null(Overlap.IoU(new RotatableBoundingBox(0, 0, 1, 1, 9) { IsInPixels = false }, new BoundingBox(0, 0, 1, 1)));
        Assert.Null(Overlap.IoU(new BoundingBox(0, 0, 1e300, 1e300), new BoundingBox(0, 0, 1, 1)));
    }

    [Fact]
    public void Boxes_told_as_polygons_overlap_as_boxes_do() => Gen.Select(Boxes, Boxes).Sample(static (a, b) =>
    {
        var expected = Overlap.IoU(a, b)!.Value;
        Assert.Equal(expected, Overlap.IoU(Ring(a), Ring(b))!.Value, 9);
        Assert.Equal(expected, Overlap.IoU(b, a)!.Value, 12);
    });

    [Fact]
    public void Circles_overlap_as_polygons_of_many_sides_nearly_do() => Gen.Select(Circles, Circles).Sample(static (a, b) =>
        Assert.Equal(Overlap.IoU(Ring(a), Ring(b))!.Value, Overlap.IoU(a, b)!.Value, 2e-3));

    [Fact]
    public void Masks_overlap_as_their_pixels_do() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9]).SelectMany(static (w, h) => Gen.Select(Gen.Const((w, h)), Gen.Byte[0, 1].Array[w * h], Gen.Byte[0, 1].Array[w * h]))
            .Sample(static (size, a, b) =>
            {
                var shared = a.Zip(b).Count(static pair => pair is (1, 1));
                var either = a.Zip(b).Count(static pair => pair is not (0, 0));
                var (one, other) = (Mask.FromBytes(a, size.w, size.h), Mask.FromBytes(b, size.w, size.h));
                Assert.Equal(either == 0 ? null : (double)shared / either, Overlap.IoU(new Bitmask(one), new Bitmask(other)));
            });

    [Fact]
    public void Lines_and_skeletons_are_as_far_apart_as_their_points_are_in_the_mean()
    {
        Assert.Equal(5, Displacement.Mean(new Point(new Vertex(0, 0)), new Point(new Vertex(3, 4))));
        Assert.Equal(1.5, Displacement.Mean(new Polyline([new(0, 0), new(9, 0)]), new Polyline([new(0, 3), new(9, 0)])));
        Assert.Null(Displacement.Mean(new Polyline([new(0, 0), new(9, 0)]), new Polyline([new(0, 3)])));
    }

    [Fact]
    public void Where_shapes_stand_does_not_change_how_far_they_are_apart() => Gen.Select(Gen.Int[-50, 50], Gen.Int[-50, 50]).Sample(static (x, y) =>
    {
        Vertex from = new(x, y), to = new(x + 3, y - 4);
        Vertex[] one = [from, new(0, 0)], other = [to, new(0, 0)];

        Assert.Equal(5, Displacement.Mean(new Point(from), new Point(to))!.Value, 12);
        Assert.Equal(2.5, Displacement.Mean(new Polyline(one), new Polyline(other))!.Value, 12);
        Assert.Equal(2.5, Displacement.Mean(Joints(one), Joints(other))!.Value, 12);
    });

    private static Skeleton Joints(Vertex[] places) => new(Array.ConvertAll(places, static at => new SkeletonPoint(null, null, at, Visibility.Visible)));

    private static Polygon Ring(BoundingBox box) =>
        new([[[new(box.X, box.Y), new(box.X + box.W, box.Y), new(box.X + box.W, box.Y + box.H), new(box.X, box.Y + box.H)]]]);

    private static Polygon Ring(Circle circle) => new([[[.. Enumerable.Range(0, 720).Select(i =>
        new Vertex(circle.X + (circle.R * Math.Cos(Math.PI * i / 360)), circle.Y + (circle.R * Math.Sin(Math.PI * i / 360))))]]]);
}
