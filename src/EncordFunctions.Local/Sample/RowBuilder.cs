using System.Text.Json;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Local.Sample;

/// <summary>
/// Builds a label row in the vendor's format. Everything is told in pixels, which are the truth; fractions are made from them when the
/// row is written. The title is the row's identity: all its hashes and dates follow from it.
/// </summary>
public sealed class RowBuilder
{
    private readonly RowPlan _plan;
    private UnitPlan? _unit;
    private FramePlan? _frame;

    private RowBuilder(RowPlan plan) => _plan = plan;

    /// <summary>A row of one image.</summary>
    public static RowBuilder Image(string title, int width, int height, Emitter emitter = Emitter.Server) =>
        new RowBuilder(new RowPlan(Modality.Image, title, emitter)).Unit(title, width, height, 0);

    /// <summary>A row of several images; say each with <see cref="Unit"/>.</summary>
    public static RowBuilder ImageGroup(string title, Emitter emitter = Emitter.Server) =>
        new(new RowPlan(Modality.ImageGroup, title, emitter));

    /// <summary>A row of several images shown as a film; say each with <see cref="Unit"/>.</summary>
    public static RowBuilder ImageSequence(string title, Emitter emitter = Emitter.Server) =>
        new(new RowPlan(Modality.ImageSequence, title, emitter));

    /// <summary>A row of one video. It starts on frame 0.</summary>
    public static RowBuilder Video(string title, int width, int height, int frames, double fps = 25, Emitter emitter = Emitter.Server) =>
        new RowBuilder(new RowPlan(Modality.Video, title, emitter)).Film(title, width, height, frames, fps);

    /// <summary>A row of one DICOM series. It starts on slice 0.</summary>
    public static RowBuilder Dicom(string title, int width, int height, int slices, Emitter emitter = Emitter.Server) =>
        new RowBuilder(new RowPlan(Modality.Dicom, title, emitter)).Film(title, width, height, slices, 0);

    /// <summary>Names the branch; null leaves it out, as old exports do.</summary>
    public RowBuilder Branch(string? branch)
    {
        _plan.Branch = branch;
        return this;
    }

    /// <summary>Writes the answers before the data units, which the format allows.</summary>
    public RowBuilder AnswersFirst()
    {
        _plan.AnswersFirst = true;
        return this;
    }

    /// <summary>Chooses how dynamic attributes are written.</summary>
    public RowBuilder Actions(ActionStyle style)
    {
        _plan.ActionStyle = style;
        return this;
    }

    /// <summary>
    /// Adds an image and goes to it. Images are written in the order they are added, whatever their <paramref name="sequence"/> says.
    /// </summary>
    public RowBuilder Unit(string title, int width, int height, long sequence)
    {
        _unit = new UnitPlan(Hashes.Long($"unit/{_plan.Title}/{sequence}"), title, sequence, width, height);
        _frame = new FramePlan(sequence, width, height, HasOwnSize: false);
        _unit.Frames.Add(_frame);
        _plan.Units.Add(_unit);
        return this;
    }

    /// <summary>
    /// Goes to a frame of a video, or to a slice that says nothing of itself. Frames are written in the order they are first gone to.
    /// </summary>
    public RowBuilder Frame(long number) => GoTo(new FramePlan(number, _unit!.Width, _unit.Height, HasOwnSize: false));

    /// <summary>Goes to a DICOM slice that states its own size, which stands after its objects.</summary>
    public RowBuilder Slice(long number, int width, int height) => GoTo(new FramePlan(number, width, height, HasOwnSize: true));

    /// <summary>Makes a new object of a class; place it with the methods below, on as many frames as it is seen on.</summary>
    public SampleObject Object(string name)
    {
        var number = _plan.Objects.Count;
        var made = new SampleObject(name, Hashes.Short($"object/{_plan.LabelHash}/{number}"), RowPlan.Start.AddSeconds(7 * number));
        _plan.Objects.Add(made);
        return made;
    }

    /// <summary>Draws an upright box.</summary>
    public RowBuilder Box(SampleObject of, double x, double y, double w, double h) => Place(of, new ShapeTruth.Box(x, y, w, h));

    /// <summary>Draws a box turned clockwise about its centre, in degrees.</summary>
    public RowBuilder RotatedBox(SampleObject of, double x, double y, double w, double h, double theta) =>
        Place(of, new ShapeTruth.RotatedBox(x, y, w, h, theta));

    /// <summary>Draws a polygon of one ring.</summary>
    public RowBuilder Polygon(SampleObject of, IReadOnlyList<Vertex> ring, PolygonSpelling spelling = PolygonSpelling.Both) =>
        Polygons(of, [[ring]], spelling);

    /// <summary>Draws a polygon of parts with holes: [polygon][ring][vertex], outer ring first.</summary>
    public RowBuilder Polygons(
        SampleObject of, IReadOnlyList<IReadOnlyList<IReadOnlyList<Vertex>>> parts, PolygonSpelling spelling = PolygonSpelling.Both) =>
        spelling is PolygonSpelling.Map or PolygonSpelling.List && parts is not [[_]]
            ? throw new ArgumentException("This spelling has room for one ring only.", nameof(spelling))
            : Place(new Placement(of) { Shape = new ShapeTruth.Polygon(parts), Polygon = spelling });

    /// <summary>Draws a line.</summary>
    public RowBuilder Polyline(SampleObject of, IReadOnlyList<Vertex> points, bool asList = false) =>
        Place(new Placement(of) { Shape = new ShapeTruth.Polyline(points), PolylineAsList = asList });

    /// <summary>Sets a point.</summary>
    public RowBuilder Point(SampleObject of, double x, double y) => Place(of, new ShapeTruth.Point(new Vertex(x, y)));

    /// <summary>Sets the points of a skeleton.</summary>
    public RowBuilder Skeleton(SampleObject of, IReadOnlyList<Joint> joints, VisibilitySpelling spelling = VisibilitySpelling.Flags) =>
        Place(new Placement(of) { Shape = new ShapeTruth.Skeleton(joints), Visibility = spelling });

    /// <summary>Paints the pixels (x, y) for which <paramref name="isSet"/> holds.</summary>
    public RowBuilder Mask(SampleObject of, Func<int, int, bool> isSet) =>
        Place(of, new ShapeTruth.Bitmask(_frame!.Width, _frame.Height, MaskRuns.Of(_frame.Width, _frame.Height, isSet)));

    /// <summary>Paints one span in each row y: from the first pixel to the one after the last.</summary>
    public RowBuilder MaskOfSpans(SampleObject of, Func<int, (int Start, int End)> spanOf) =>
        Place(of, new ShapeTruth.Bitmask(_frame!.Width, _frame.Height, MaskRuns.OfSpans(_frame.Width, _frame.Height, spanOf)));

    /// <summary>Writes an object that no reader may accept: its shape and whatever <paramref name="write"/> makes of its geometry.</summary>
    public RowBuilder Fault(SampleObject of, string shape, Action<Utf8JsonWriter> write) =>
        Place(new Placement(of) { Fault = (shape, write) });

    /// <summary>Classifies the frame gone to last.</summary>
    public RowBuilder Classify(string name, params IReadOnlyList<SampleAnswer> answers) =>
        Classify(name, ClassificationEra.Frames, [new FrameRange(_frame!.Number, _frame.Number)], answers);

    /// <summary>
    /// Classifies ranges of frames; none at all is the whole data unit. All frames of a range must have been gone to, unless only the
    /// answer says them.
    /// </summary>
    public RowBuilder Classify(
        string name, ClassificationEra era, IReadOnlyList<FrameRange> ranges, params IReadOnlyList<SampleAnswer> answers)
    {
        var number = _plan.Classifications.Count;
        _plan.Classifications.Add(new ClassificationPlan(
            name,
            Hashes.Short($"answer/{_plan.LabelHash}/{number}"),
            RowPlan.Start.AddMinutes(10 + number),
            era,
            FrameRanges.Of(ranges.SelectMany(FrameRanges.Frames)),
            answers));
        return this;
    }

    /// <summary>Writes the row.</summary>
    public SampleRow Build() => new(RowJson.Write(_plan), TruthOf(_plan));

    private RowBuilder Film(string title, int width, int height, int frames, double fps)
    {
        _unit = new UnitPlan(Hashes.Long($"unit/{title}/0"), title, 0, width, height) { Fps = fps, FrameCount = frames };
        _plan.Units.Add(_unit);
        return this;
    }

    private RowBuilder GoTo(FramePlan frame)
    {
        _frame = _unit!.Frames.Find(known => known.Number == frame.Number);
        if (_frame is null) _unit.Frames.Add(_frame = frame);
        return this;
    }

    private RowBuilder Place(SampleObject of, ShapeTruth shape) => Place(new Placement(of) { Shape = shape });

    private RowBuilder Place(Placement placement)
    {
        (_frame ?? Frame(0)._frame!).Placements.Add(placement);
        return this;
    }

    private static RowTruth TruthOf(RowPlan plan)
    {
        var placed = plan.Units
            .SelectMany(unit => unit.Frames.Select(frame => (unit, frame)))
            .SelectMany(at => at.frame.Placements.Select((placement, position) => (at.unit, at.frame, placement, position)))
            .ToArray();
        return new RowTruth
        {
            LabelHash = plan.LabelHash,
            DataHash = plan.DataHash,
            Title = plan.Title,
            DataType = plan.DataType,
            Annotations =
            [
                .. placed.Where(at => at.placement.Shape is not null).Select(at => new AnnotationTruth
                {
                    DataUnitHash = at.unit.Hash,
                    Frame = at.frame.Number,
                    Position = at.position,
                    Width = at.frame.Width,
                    Height = at.frame.Height,
                    Object = at.placement.Object,
                    Shape = at.placement.Shape!,
                    Attributes = at.placement.Object.AttributesOn(at.frame.Number),
                }),
            ],
            Classifications =
            [
                .. plan.Classifications.Select(one => new ClassificationTruth(
                    one.Hash, one.FeatureHash, one.Ranges, [.. one.Answers.Select(answer => answer.TruthOf(one.Name, dynamic: false))])),
            ],
            Faults = placed.Count(at => at.placement.Fault is not null),
        };
    }
}
