using System.Buffers;
using CsCheck;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Geometry;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Shapes;
using NetTopologySuite.Algorithm;
using NetTopologySuite.IO;
using Nts = NetTopologySuite.Geometries;

namespace EncordFunctions.Formats.Tests.Geometry;

public sealed class WkbProperties
{
    private static readonly Gen<Vertex> Vertices = Gen.Select(Gen.Double[-3000, 3000], Gen.Double[-3000, 3000], static (x, y) => new Vertex(x, y));

    private static readonly Gen<Mask> Masks = Gen.Select(Gen.Int[1, 24], Gen.Int[1, 24], Gen.Int[0, 10]).SelectMany(static size =>
        Gen.Int[0, 9].Array[size.Item1 * size.Item2].Select(pixels =>
            Mask.FromBytes(Array.ConvertAll(pixels, pixel => (byte)(pixel < size.Item3 ? 1 : 0)), size.Item1, size.Item2)));

    [Fact]
    public void Polygons_come_back_vertex_by_vertex_wound_to_the_right() => Vertices.Array[3, 12].Array[1, 3].Array[0, 3].Sample(static parts =>
    {
        var geometry = Read(new Polygon(parts));

        Assert.Equal(parts.Length == 1 ? Nts.OgcGeometryType.Polygon : Nts.OgcGeometryType.MultiPolygon, geometry.OgcGeometryType);
        Assert.Equal(parts.Length, geometry.IsEmpty ? 0 : geometry.NumGeometries);
        foreach (var (i, rings) in parts.Index())
        {
            var polygon = (Nts.Polygon)geometry.GetGeometryN(i);
            Assert.Equal(rings.Length - 1, polygon.NumInteriorRings);
            foreach (var (number, ring) in rings.Index())
            {
                var read = (number == 0 ? polygon.ExteriorRing : polygon.InteriorRings[number - 1]).Coordinates;
                Assert.Equal(read[0], read[^1]);
                var vertices = read[..^1].Select(at => new Vertex(at.X, at.Y)).ToArray();
                Assert.Equal(ring[0], vertices[0]);
                Assert.True(vertices.SequenceEqual(ring) || vertices.Skip(1).Reverse().SequenceEqual(ring.Skip(1)));
                // NTS counts clockwise as positive. Near zero the sign is a matter of rounding.
                var turned = Area.OfRingSigned(read);
                Assert.True(Math.Abs(turned) < 1e-3 || turned < 0 == (number == 0), $"ring {number} has the signed area {turned}");
            }
        }
    });

    [Fact]
    public void The_outlines_of_a_mask_cover_its_pixels_and_no_others() => Masks.Sample(static mask =>
    {
        var geometry = Read(new Bitmask(mask));

        Assert.True(geometry.IsValid);
        Assert.Equal(mask.Area, geometry.Area);
        var pixels = new byte[mask.Width * mask.Height];
        mask.CopyTo(pixels);
        for (var i = 0; i < pixels.Length; i++)
        {
            var middle = new Nts.Point((i % mask.Width) + 0.5, (i / mask.Width) + 0.5);
            Assert.Equal(pixels[i] == 1, geometry.Contains(middle));
        }
    }, iter: 40);

    [Fact]
    public void A_record_of_outlines_becomes_the_same_bytes() => Masks.Sample(static mask =>
    {
        var parts = MaskOutlines.Of(mask);
        var (direct, record, joined) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        Wkb.Write(direct, new SimpleGeometry.Region(parts));
        OutlineSteps.Write(record, parts);
        record.WriteWhole(77);
        var reader = new RecordReader(record.WrittenSpan);

        var kind = OutlineSteps.WriteWkb(ref reader, joined);

        Assert.Equal(direct.WrittenSpan, joined.WrittenSpan);
        Assert.Equal(Wkb.KindOf(new SimpleGeometry.Region(parts)), kind);
        Assert.Equal(77, reader.ReadWhole());
    });

    [Fact]
    public void A_round_outline_is_nowhere_more_than_a_tenth_of_a_pixel_off() =>
        Gen.Select(Gen.Double[0.01, 20_000], Gen.Double[0.01, 1], Gen.Double[0, 360], Gen.Double[-500, 5000]).Sample(static (rx, flat, theta, at) =>
        {
            var (ry, angle) = (rx * flat, -theta * Math.PI / 180);
            var ring = ((Nts.Polygon)Read(new Ellipse(at, 30, rx, ry, theta))).ExteriorRing.Coordinates;
            for (var i = 1; i < ring.Length; i++)
            {
                Assert.Equal(1, Level(ring[i].X, ring[i].Y), 1e-6);
                // The middle of a chord, moved out by the tolerance, must be outside.
                var (mx, my) = ((ring[i].X + ring[i - 1].X) / 2, (ring[i].Y + ring[i - 1].Y) / 2);
                var (nx, ny) = (ring[i].Y - ring[i - 1].Y, ring[i - 1].X - ring[i].X);
                var length = double.Hypot(nx, ny);
                Assert.True(Level(mx + (nx / length * 0.1001), my + (ny / length * 0.1001)) >= 1);
            }

            double Level(double x, double y)
            {
                var (dx, dy) = (x - at, y - 30);
                var (u, v) = ((dx * Math.Cos(angle)) - (dy * Math.Sin(angle)), (dx * Math.Sin(angle)) + (dy * Math.Cos(angle)));
                return Math.Sqrt((u * u / (rx * rx)) + (v * v / (ry * ry)));
            }
        }, iter: 50);

    [Fact]
    public void A_huge_circle_has_a_ring_of_bounded_length() => Assert.Equal(2049, Read(new Circle(0, 0, 1e9, 1, 0)).NumPoints);

    [Fact]
    public void Lines_points_and_joints_come_back_in_order() => Vertices.Array[2, 20].Sample(static vertices =>
    {
        Assert.Equal(vertices, Plain(Read(new Polyline(vertices))));
        Assert.Equal(vertices[..1], Plain(Read(new Point(vertices[0]))));
        Assert.Equal(vertices, Plain(Read(new Skeleton(Array.ConvertAll(vertices, static at => new SkeletonPoint("", null, at, Visibility.Invisible))))));
        var spatial = Read(new Polyline3D(Array.ConvertAll(vertices, static at => new Vertex3D(at.X, at.Y, at.X + at.Y)))).Coordinates;
        Assert.Equal(vertices.Select(static at => (at.X, at.Y, at.X + at.Y)), spatial.Select(static at => (at.X, at.Y, at.Z)));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_ring_of_too_few_points_does_not_make_the_file_unreadable(int count)
    {
        Vertex[] ring = [.. Enumerable.Range(1, count).Select(i => new Vertex(i, i))];

        var geometry = Read(new Polygon([[ring]]));

        Assert.Equal((4, 0.0), (geometry.NumPoints, geometry.Area));
    }

    [Fact]
    public void A_line_of_one_point_does_not_make_the_file_unreadable() =>
        Assert.Equal("LINESTRING (3 4, 3 4)", Read(new Polyline([new(3, 4)])).AsText());

    [Fact]
    public void A_box_in_perspective_is_its_two_faces_corner_behind_corner()
    {
        var geometry = Read(new Cuboid2D([new(0, 0), new(10, 0), new(10, 10), new(0, 10)], new Projection.Isometric(new(3, -2))));

        Assert.Equal(
            "GEOMETRYCOLLECTION (POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0)), POLYGON ((3 -2, 13 -2, 13 8, 3 8, 3 -2)))", geometry.AsText());
    }

    [Fact]
    public void A_turned_box_is_the_ring_of_its_corners()
    {
        var geometry = Read(new RotatableBoundingBox(10, 20, 40, 10, 90));

        Assert.Equal(400, geometry.Area, 1e-9);
        // A quarter turn about the middle (30, 25): 10 wide and 40 high.
        Assert.Equal((25.0, 35.0, 5.0, 45.0), Rounded(geometry.EnvelopeInternal));
    }

    private static (double, double, double, double) Rounded(Nts.Envelope box) =>
        (Math.Round(box.MinX, 9), Math.Round(box.MaxX, 9), Math.Round(box.MinY, 9), Math.Round(box.MaxY, 9));

    private static Vertex[] Plain(Nts.Geometry geometry) => Array.ConvertAll(geometry.Coordinates, static at => new Vertex(at.X, at.Y));

    private static Nts.Geometry Read(Shape shape)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Wkb.Write(bytes, SimpleGeometries.Of(Writing.Annotate(shape)));
        return new WKBReader { HandleOrdinates = Nts.Ordinates.XYZ }.Read(bytes.WrittenSpan.ToArray());
    }
}
