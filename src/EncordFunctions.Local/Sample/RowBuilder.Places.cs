using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Local.Sample;

/// <content>Where things are: files, frames and ranges.</content>
public sealed partial class RowBuilder
{
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

    /// <summary>Goes to an instant of one sensor of a scene, in nanoseconds.</summary>
    public RowBuilder Instant(string stream, long nanoseconds) => GoTo(new FramePlan(nanoseconds, 0, 0, HasOwnSize: false) { Stream = stream });

    /// <summary>Adds a file of a data group that has a row of its own.</summary>
    public RowBuilder Child(SampleRow row, string layoutKey)
    {
        _plan.Children.Add(new ChildPlan(row.Truth.DataHash, row.Truth.LabelHash, row.Truth.Title, layoutKey));
        return this;
    }

    /// <summary>
    /// Adds a space and goes to it: a file of a data group. <paramref name="type"/> is the vendor's word for what it is, <c>video</c>, <c>audio</c>,
    /// <c>medical_stack</c>, ...
    /// </summary>
    public RowBuilder Space(string type, string title, int width = 0, int height = 0, int frames = 1) => GoTo(
        new UnitPlan(Hashes.Long($"space/{_plan.Title}/{title}"), title, 0, width, height)
        {
            SpaceType = type, FrameCount = frames, LayoutKey = $"{_plan.Spaces.Count}",
        });

    /// <summary>Adds the point cloud of a sensor at an event of a scene and goes to it.</summary>
    public RowBuilder PointCloud(string uri, string stream, long atEvent) =>
        GoTo(new UnitPlan(uri, uri, 0, 0, 0) { SpaceType = "point_cloud", Scene = (stream, atEvent) }).Frame(0);

    /// <summary>Adds the picture of a camera at an event of a scene and goes to it; its size nobody states.</summary>
    public RowBuilder SceneImage(string uri, string stream, long atEvent) =>
        GoTo(new UnitPlan(uri, uri, 0, 0, 0) { SpaceType = "scene_image", Scene = (stream, atEvent) }).Frame(0);

    /// <summary>Places an object from <paramref name="start"/> to <paramref name="end"/>, both included, of what has no frames.</summary>
    public RowBuilder Span(SampleObject of, long start, long end) => Over(of, new LabelRange.Span(start, end));

    /// <summary>Places an object from one place of an HTML document to another.</summary>
    public RowBuilder Span(SampleObject of, HtmlPlace start, HtmlPlace end) => Over(of, new LabelRange.Html(start, end));

    private RowBuilder Over(SampleObject of, LabelRange range)
    {
        of.Shape ??= (_unit!.SpaceType, _plan.Modality) switch
        {
            ("audio", _) or (null, Modality.Audio) => "audio",
            ("time_series", _) or (null, Modality.TimeSeries) => "time_range",
            _ => "text",
        };
        _plan.Ranges.Add(new RangePlacement(of, _unit!, range));
        return this;
    }

    private RowBuilder GoTo(UnitPlan space)
    {
        (_unit, _frame) = (space, null);
        _plan.Spaces.Add(space);
        return this;
    }

    private RowBuilder Film(string title, int width, int height, int frames, double fps)
    {
        _unit = new UnitPlan(Hashes.Long($"unit/{title}/0"), title, 0, width, height) { Fps = fps, FrameCount = frames };
        _plan.Units.Add(_unit);
        return this;
    }

    private RowBuilder GoTo(FramePlan frame)
    {
        _frame = _unit!.Frames.Find(known => (known.Number, known.Stream) == (frame.Number, frame.Stream));
        if (_frame is null) _unit.Frames.Add(_frame = frame);
        return this;
    }
}
