using CsCheck;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Sample;

/// <summary>Label rows of every modality, emitter, shape and spelling, at random.</summary>
internal static class RandomRows
{
    private delegate void Draw(RowBuilder row, SampleObject of, int width, int height);

    private static readonly Gen<string> Words = Gen.OneOf("Car", "Traffic light", "Größe <&> +", "a/b", "日本 \"→\"", "\\ \t \u007f 𝄞", "");

    private static readonly Gen<double> Share = Gen.Frequency((8, Gen.Double[0, 1]), (1, Gen.Const(0.0)), (1, Gen.Const(1.0)));

    private static readonly Gen<double> Extent = Gen.Double[0.001, 1];

    private static readonly Gen<(double X, double Y, double W, double H)> Boxes =
        Gen.Select(Share, Share, Extent, Extent, (x, y, w, h) => (X: x * (1 - w), Y: y * (1 - h), W: w, H: h));

    private static readonly Gen<(double X, double Y)> Places = Gen.Select(Share, Share, (x, y) => (X: x, Y: y));

    private static readonly Gen<(double X, double Y)[]> Rings = Places.Array[3, 24];

    private static readonly Gen<SampleAnswer[]> Answers = Gen.OneOf(
        Words.Select(word => SampleAnswer.Radio("radio", word)),
        Words.Array[0, 4].Select(words => SampleAnswer.Checklist("checklist", [.. words.Distinct()])),
        Words.Select(word => SampleAnswer.Text("text", word)),
        Gen.Double[-1e9, 1e9].Select(number => SampleAnswer.Number("number", number)))
        .Array[0, 4].Select(all => all.DistinctBy(one => one.Name).ToArray());

    private static readonly Gen<SampleAnswer> DynamicAnswer = Gen.OneOf(
        Gen.OneOf("on", "off").Select(option => SampleAnswer.Radio("dynamic radio", option)),
        Gen.OneOf("left", "right", "brake").Array[1, 2].Select(options => SampleAnswer.Checklist("dynamic checklist", [.. options.Distinct()])),
        Words.Select(word => SampleAnswer.Text("dynamic text", word)),
        Gen.Int[0, 9].Select(number => SampleAnswer.Number("dynamic number", number)));

    private static readonly Gen<FrameRange> Ranges = Gen.Select(Gen.Long[0, 9], Gen.Long[0, 4], (start, length) => new FrameRange(start, start + length));

    private static readonly Gen<Draw> Shapes = Gen.OneOf(
        Boxes.Select(box => (Draw)((row, of, w, h) => row.Box(of, box.X * w, box.Y * h, box.W * w, box.H * h))),
        Gen.Select(Boxes, Gen.Double[0, 360], (box, theta) =>
            (Draw)((row, of, w, h) => row.RotatedBox(of, box.X * w, box.Y * h, box.W * w, box.H * h, theta))),
        Gen.Select(Rings, Gen.Enum<PolygonSpelling>(), (ring, spelling) =>
            (Draw)((row, of, w, h) => row.Polygon(of, Scaled(ring, w, h), spelling))),
        Gen.Select(Rings.Array[1, 3].Array[1, 3], Gen.OneOf(PolygonSpelling.Polygons, PolygonSpelling.Both), (parts, spelling) =>
            (Draw)((row, of, w, h) => row.Polygons(of, [.. parts.Select(part => part.Select(ring => Scaled(ring, w, h)).ToArray())], spelling))),
        Gen.Select(Places.Array[2, 14], Gen.Bool, (line, asList) => (Draw)((row, of, w, h) => row.Polyline(of, Scaled(line, w, h), asList))),
        Gen.Select(Places, Extent, (at, r) => (Draw)((row, of, w, h) => row.Circle(of, at.X * w, at.Y * h, r * w))),
        Gen.Select(Places, Extent, Extent, Gen.Double[0, 360], (at, rx, ry, theta) =>
            (Draw)((row, of, w, h) => row.Ellipse(of, at.X * w, at.Y * h, rx * w, ry * h, theta))),
        Gen.Select(Boxes, Places, Gen.Double[0.1, 1], (box, to, scale) =>
            (Draw)((row, of, w, h) => row.Perspective(of, Corners(box, w, h), new Vertex(to.X * w, to.Y * h), scale))),
        Gen.Select(Boxes, Places, (box, by) =>
            (Draw)((row, of, w, h) => row.Isometric(of, Corners(box, w, h), new Vertex((by.X - 0.5) * w, (by.Y - 0.5) * h)))),
        Places.Select(at => (Draw)((row, of, w, h) => row.Point(of, at.X * w, at.Y * h))),
        Gen.Select(Gen.Select(Words, Places, Gen.Enum<Visibility>()).Array[1, 13], Gen.Enum<VisibilitySpelling>(), (joints, spelling) =>
            (Draw)((row, of, w, h) => row.Skeleton(
                of, [.. joints.Select(one => new Joint(one.Item1, new Vertex(one.Item2.X * w, one.Item2.Y * h), one.Item3))], spelling))),
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 99], Gen.Int[1, 97], Gen.Int[0, 97], (a, b, c, modulus, limit) =>
            (Draw)((row, of, _, _) => row.Mask(of, (x, y) => ((x * a) + (y * b) + (x * y) + c) % modulus < limit))));

    private static readonly Gen<RandomObject> Objects = Gen.Select(
        Words, Answers, Gen.Select(Ranges, DynamicAnswer).Array[0, 5], Shapes, Gen.Int[1, 255], Gen.Bool,
        (name, answers, during, draw, frames, byModel) => new RandomObject(name, answers, during, draw, frames, byModel));

    private static readonly Gen<RandomClassification> Classifications = Gen.Select(
        Words, Gen.Enum<ClassificationEra>(), Ranges.Array[0, 3], Gen.Int[0, 255], Answers,
        (name, era, ranges, frames, answers) => new RandomClassification(name, era, ranges, frames, answers));

    private static readonly Gen<RandomFrame[]> Frames =
        Gen.Select(Gen.Int[0, 9], Gen.Int[1, 60], Gen.Int[1, 60], Gen.Bool, (number, width, height, states) => new RandomFrame(number, width, height, states))
            .Array[1, 6].Select(frames => frames.DistinctBy(frame => frame.Number).ToArray());

    /// <summary>What is said of rings that cross themselves, of circles that hang over the edge, and of joints whose name is empty.</summary>
    public static IReadOnlyCollection<IssueCode> MayBeSaid { get; } =
    [
        IssueCatalogue.OutsideFrame, IssueCatalogue.PointWithoutName,
        IssueCatalogue.RingCrossesItself, IssueCatalogue.HoleOutside, IssueCatalogue.HoleInHole, IssueCatalogue.RingHasSpike,
        IssueCatalogue.RingRepeatsPoint, IssueCatalogue.RingWithoutArea, IssueCatalogue.RingTouchesItself, IssueCatalogue.PolygonCutApart,
        IssueCatalogue.PolygonsOverlap, IssueCatalogue.RingsCross,
    ];

    /// <summary>A row and the truth it was written from.</summary>
    public static Gen<SampleRow> All { get; } = Gen.Select(
        Gen.OneOf(Modality.Image, Modality.ImageGroup, Modality.ImageSequence, Modality.Video, Modality.Dicom),
        Gen.Enum<Emitter>(),
        Gen.Enum<ActionStyle>(),
        Gen.Bool,
        Gen.Select(Frames, Objects.Array[0, 5], Classifications.Array[0, 3]),
        (modality, emitter, style, answersFirst, content) =>
            Build(modality, emitter, style, answersFirst, content.Item1, content.Item2, content.Item3));

    private static SampleRow Build(
        Modality modality,
        Emitter emitter,
        ActionStyle style,
        bool answersFirst,
        RandomFrame[] frames,
        RandomObject[] objects,
        RandomClassification[] classifications)
    {
        var first = frames[0];
        var row = modality switch
        {
            Modality.Image => RowBuilder.Image("random.png", first.Width, first.Height, emitter),
            Modality.ImageGroup => RowBuilder.ImageGroup("random", emitter),
            Modality.ImageSequence => RowBuilder.ImageSequence("random", emitter),
            Modality.Video => RowBuilder.Video("random.mp4", first.Width, first.Height, 20, emitter: emitter),
            _ => RowBuilder.Dicom("random", first.Width, first.Height, 20, emitter),
        };
        if (modality == Modality.Image) frames = [first with { Number = 0 }];
        if (answersFirst) row.AnswersFirst();
        row.Actions(style);

        var made = objects.Select(one => one.MadeBy(row)).ToArray();
        foreach (var (i, frame) in frames.Index())
        {
            var (width, height) = (frame.Width, frame.Height);
            if (modality is Modality.ImageGroup or Modality.ImageSequence)
                row.Unit($"{frame.Number}.jpg", width, height, frame.Number);
            else if (modality == Modality.Dicom && frame.StatesItsSize)
                row.Slice(frame.Number, width, height);
            else if (modality != Modality.Image)
            {
                row.Frame(frame.Number);
                (width, height) = (first.Width, first.Height);
            }
            foreach (var (one, of) in objects.Zip(made))
            {
                if ((one.Frames >> i) % 2 == 1) one.Draw(row, of, width, height);
            }
        }
        foreach (var one in classifications)
        {
            var placed = frames.Where((_, i) => (one.Frames >> i) % 2 == 1).Select(frame => new FrameRange(frame.Number, frame.Number));
            // How many images there are is known, so a range beyond them would be one issue more.
            var isAnywhere = one.Era == ClassificationEra.Ranges && (modality is Modality.Video or Modality.Dicom);
            row.Classify(one.Name, one.Era, isAnywhere ? one.Ranges : [.. placed], one.Answers);
        }
        return row.Build();
    }

    private static Vertex[] Corners((double X, double Y, double W, double H) box, int width, int height) => Scaled(
        [(box.X, box.Y), (box.X + box.W, box.Y), (box.X + box.W, box.Y + box.H), (box.X, box.Y + box.H)], width, height);

    private static Vertex[] Scaled((double X, double Y)[] ring, int width, int height) => [.. ring.Select(at => new Vertex(at.X * width, at.Y * height))];

    private sealed record RandomFrame(long Number, int Width, int Height, bool StatesItsSize);

    private sealed record RandomClassification(string Name, ClassificationEra Era, FrameRange[] Ranges, int Frames, SampleAnswer[] Answers);

    private sealed record RandomObject(
        string Name, SampleAnswer[] Answers, (FrameRange, SampleAnswer)[] During, Draw Draw, int Frames, bool ByModel)
    {
        public SampleObject MadeBy(RowBuilder row)
        {
            var of = row.Object(Name).With(Answers);
            if (ByModel) of.ByModel(0.25);
            foreach (var (range, answer) in During)
                of.During(range.Start, range.End, answer);
            return of;
        }
    }
}
