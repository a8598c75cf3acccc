using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Sample;

/// <summary>Reads a row and holds what was read against the truth it was written from.</summary>
internal static class ReadBack
{
    public static async Task<IReadOnlyList<RowEvent>> EventsOf(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var reader = new LabelRowReader(new RowPlace("labels.json", 0, ""));
        var index = Assert.IsType<RowIndexing.Readable>(await reader.IndexAsync(new MemoryStream(json.ToArray()), cancellationToken)).Index;
        var events = new List<RowEvent>();
        await foreach (var one in reader.ReadAsync(new MemoryStream(json.ToArray()), index, cancellationToken))
            events.Add(one);
        return events;
    }

    /// <param name="row">The row and its truth.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="mayBeSaid">Codes of warnings that its content may deserve.</param>
    public static async Task AgreesAsync(SampleRow row, CancellationToken cancellationToken, params IReadOnlyCollection<IssueCode> mayBeSaid)
    {
        var events = await EventsOf(row.Json, cancellationToken);
        Annotations(row.Truth.Annotations, [.. events.OfType<RowEvent.AnnotationRead>().Select(one => one.Annotation)]);
        Classifications(row.Truth.Classifications, [.. events.OfType<RowEvent.ClassificationRead>().Select(one => one.Classification)]);
        Assert.Equal(row.Truth.Faults, events.OfType<RowEvent.AnnotationSkipped>().Count());
        Assert.Empty(events.OfType<RowEvent.ClassificationSkipped>());
        // That pages and scenes have no size is in their nature, and said for information.
        Assert.DoesNotContain(
            events.OfType<RowEvent.IssueFound>(), found => found.Issue.Code.Severity > Severity.Info && !mayBeSaid.Contains(found.Issue.Code));
    }

    private static void Annotations(IReadOnlyList<AnnotationTruth> expected, IReadOnlyList<Annotation> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (truth, read) in InFileOrder(expected).Zip(InFileOrder(actual)))
        {
            Assert.Equal(
                (truth.DataUnitHash, truth.Frame, truth.Stream, truth.Width, truth.Height, truth.Position),
                (read.Unit.Hash, read.Frame?.Number, read.Frame?.Stream, read.Frame?.Size.Width ?? 0, read.Frame?.Size.Height ?? 0, read.Position));
            Assert.Equal((truth.Range, truth.Event), (read.Range, read.Event));
            var of = truth.Object;
            Assert.Equal(
                (of.ObjectHash, of.FeatureHash, of.Name, of.Value, of.Color),
                (read.ObjectHash, read.FeatureHash, read.Name, read.Value, read.Color));
            Assert.Equal(
                (of.Confidence, of.ManualAnnotation, of.CreatedBy, (DateTimeOffset?)of.CreatedAt),
                (read.Confidence, read.ManualAnnotation, read.CreatedBy, read.CreatedAt));
            Assert.Equal(truth.Shape.Name, read.Shape.Name);
            Numbers(NumbersOf(truth.Shape), NumbersOf(read.Shape));
            Numbers(NumbersOf(truth.Shape.Bounds, truth.Shape.Area), NumbersOf(read.Shape.Bounds, read.Shape.Area));
            Assert.Equal(Words(truth.Shape), Words(read.Shape));
            Attributes(truth.Attributes, read.Attributes);
        }
    }

    /// <summary>Frames in file order, then what stands over ranges, whose objects are in no order.</summary>
    private static IEnumerable<AnnotationTruth> InFileOrder(IReadOnlyList<AnnotationTruth> all) =>
        [.. all.Where(one => one.Frame is not null), .. all.Where(one => one.Frame is null).OrderBy(one => (one.DataUnitHash, one.Object.ObjectHash, one.Position))];

    private static IEnumerable<Annotation> InFileOrder(IReadOnlyList<Annotation> all) =>
        [.. all.Where(one => one.Frame is not null), .. all.Where(one => one.Frame is null).OrderBy(one => (one.Unit.Hash, one.ObjectHash, one.Position))];

    private static void Classifications(IReadOnlyList<ClassificationTruth> expected, IReadOnlyList<Classification> actual)
    {
        Assert.Equal(
            expected.Select(one => (one.ClassificationHash, one.SpaceHash)).Order(), actual.Select(one => (one.ClassificationHash, one.Space?.Hash)).Order());
        foreach (var truth in expected)
        {
            var read = actual.Single(one => (one.ClassificationHash, one.Space?.Hash) == (truth.ClassificationHash, truth.SpaceHash));
            Assert.Equal(truth.FeatureHash, read.FeatureHash);
            Assert.Equal(truth.Ranges, read.Ranges);
            Attributes(truth.Answers, read.Answers);
        }
    }

    /// <summary>Attributes stand in no order.</summary>
    private static void Attributes(IEnumerable<AttributeTruth> expected, IEnumerable<AttributeAnswer> actual) => Assert.Equal(
        expected.Select(one => (one.FeatureHash, one.Name, one.Dynamic, Answer: TextOf(one.Answer), Ranges: string.Join(' ', one.Ranges))).Order(),
        actual.Select(one => (one.FeatureHash!, one.Name!, one.Dynamic, Answer: TextOf(one.Answer), Ranges: string.Join(' ', one.Ranges))).Order());

    private static string TextOf(AnswerTruth answer) => answer switch
    {
        AnswerTruth.Options options => "options " + string.Join(' ', options.FeatureHashes.Order(StringComparer.Ordinal)),
        AnswerTruth.Text text => "text " + text.Value,
        AnswerTruth.Number number => "number " + number.Value,
        _ => throw new InvalidOperationException($"No such answer: {answer}"),
    };

    private static string TextOf(AnswerValue answer) => answer switch
    {
        AnswerValue.Options options => "options " + string.Join(' ', options.Chosen.Select(option => option.FeatureHash).Order(StringComparer.Ordinal)),
        AnswerValue.Text text => "text " + text.Value,
        AnswerValue.Number number => "number " + number.Value,
        _ => "nothing",
    };

    private static IEnumerable<double> NumbersOf(ShapeTruth shape) => shape switch
    {
        ShapeTruth.Box box => [box.X, box.Y, box.W, box.H],
        ShapeTruth.RotatedBox box => [box.X, box.Y, box.W, box.H, box.Theta, .. NumbersOf(box.Corners())],
        ShapeTruth.Polygon polygon =>
            polygon.Parts.SelectMany(part => part.SelectMany(ring => NumbersOf([.. ring, new Vertex(part.Count, ring.Count)]))),
        ShapeTruth.Polyline line => NumbersOf(line.Points),
        ShapeTruth.Point point => NumbersOf([point.At]),
        ShapeTruth.Skeleton skeleton => NumbersOf(skeleton.Joints.Select(joint => joint.At)),
        ShapeTruth.Circle circle => [circle.X, circle.Y, circle.R, 1, 0],
        ShapeTruth.Ellipse ellipse => [ellipse.X, ellipse.Y, ellipse.Rx, ellipse.Ry, ellipse.Theta],
        ShapeTruth.Cuboid2D box => [.. NumbersOf(box.Front), .. NumbersOf(box.Back())],
        ShapeTruth.Cuboid box => [.. box.Position, .. box.Orientation, .. box.Size],
        ShapeTruth.Segmentation points => points.Ranges.SelectMany(range => new double[] { range.First, range.Last }),
        ShapeTruth.Point3D point => [point.X, point.Y, point.Z],
        ShapeTruth.Polyline3D line => line.Points.SelectMany(point => new[] { point.X, point.Y, point.Z }),
        ShapeTruth.Span => [],
        ShapeTruth.Bitmask mask => [mask.Width, mask.Height, .. mask.Pixels().Select(pixel => pixel ? 1.0 : 0)],
        _ => throw new InvalidOperationException($"No such shape: {shape}"),
    };

    private static IEnumerable<double> NumbersOf(Shape shape) => shape switch
    {
        BoundingBox box => [box.X, box.Y, box.W, box.H],
        RotatableBoundingBox box => [box.X, box.Y, box.W, box.H, box.Theta, .. NumbersOf(box.Corners())],
        Polygon polygon =>
            polygon.Parts.SelectMany(part => part.SelectMany(ring => NumbersOf([.. ring, new Vertex(part.Length, ring.Length)]))),
        Polyline line => NumbersOf(line.Points),
        Point point => NumbersOf([point.At]),
        Skeleton skeleton => NumbersOf(skeleton.Points.Select(joint => joint.At)),
        Circle circle => [circle.X, circle.Y, circle.R, circle.Stretch, circle.Theta],
        Ellipse ellipse => [ellipse.X, ellipse.Y, ellipse.Rx, ellipse.Ry, ellipse.Theta],
        Cuboid2D box => [.. NumbersOf(box.Front), .. NumbersOf(box.Back())],
        Cuboid box => new[] { box.Position, box.Orientation, box.Size }.SelectMany(NumbersOf),
        Segmentation points => points.Ranges.SelectMany(range => new double[] { range.Start, range.End }),
        Point3D point => NumbersOf(point.At),
        Polyline3D line => line.Points.SelectMany(NumbersOf),
        Span => [],
        Bitmask { Mask: var mask } =>
            [mask.Width, mask.Height, .. mask.Runs.ToArray().SelectMany((length, i) => Enumerable.Repeat(i % 2 == 1 ? 1.0 : 0, length))],
        _ => throw new InvalidOperationException($"No such shape: {shape}"),
    };

    private static IEnumerable<double> NumbersOf(IEnumerable<Vertex> vertices) => vertices.SelectMany(vertex => new[] { vertex.X, vertex.Y });

    private static IEnumerable<double> NumbersOf(Vertex3D at) => [at.X, at.Y, at.Z];

    /// <summary>Nothing where there is nothing on a picture.</summary>
    private static IEnumerable<double> NumbersOf(Bounds? bounds, double? area)
    {
        Assert.Equal(bounds is null, area is null);
        return bounds is var (x, y, w, h) ? [x, y, w, h, area!.Value] : [];
    }

    private static IEnumerable<object?> Words(ShapeTruth shape) => shape is not ShapeTruth.Skeleton skeleton
        ? []
        : skeleton.Joints.SelectMany(joint => new object?[] { joint.Name, joint.FeatureHash, joint.Visibility });

    private static IEnumerable<object?> Words(Shape shape) => shape is not Skeleton skeleton
        ? []
        : skeleton.Points.SelectMany(joint => new object?[] { joint.Name, joint.FeatureHash, joint.Visibility });

    /// <summary>A fraction and back costs a few last digits, and a difference of two large numbers a few more.</summary>
    private static void Numbers(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        var (want, got) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(want.Length, got.Length);
        for (var i = 0; i < want.Length; i++)
        {
            if (Math.Abs(want[i] - got[i]) > 1e-6 * Math.Max(1e-3, Math.Abs(want[i])))
                Assert.Fail($"Number {i} is {got[i]} and should be {want[i]}.");
        }
    }
}
