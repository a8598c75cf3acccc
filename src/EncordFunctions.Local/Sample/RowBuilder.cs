using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Local.Sample;

/// <summary>
/// Builds a label row in the vendor's format. Everything is told in pixels, which are the truth; fractions are made from them when the
/// row is written. The title is the row's identity: all its hashes and dates follow from it.
/// </summary>
public sealed partial class RowBuilder
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

    /// <summary>A row of one DICOM study, labelled slice by slice.</summary>
    public static RowBuilder DicomStudy(string title, int width, int height, int slices) =>
        new RowBuilder(new RowPlan(Modality.DicomStudy, title, Emitter.Sdk)).Film(title, width, height, slices, 0);

    /// <summary>A row of one NIfTI volume. It starts on slice 0.</summary>
    public static RowBuilder Nifti(string title, int width, int height, int slices) =>
        new RowBuilder(new RowPlan(Modality.Nifti, title, Emitter.Server)).Film(title, width, height, slices, 0);

    /// <summary>A row of one PDF. It starts on page 0; everything on it is told in fractions of the page.</summary>
    public static RowBuilder Pdf(string title, int pages) => new RowBuilder(new RowPlan(Modality.Pdf, title, Emitter.Sdk)).Film(title, 0, 0, pages, 0);

    /// <summary>A row of one sound file. Its objects are ranges of milliseconds.</summary>
    public static RowBuilder Audio(string title, double seconds, Emitter emitter = Emitter.Server) =>
        new RowBuilder(new RowPlan(Modality.Audio, title, emitter)).Film(title, 0, 0, (int)(seconds * 1000), 1000);

    /// <summary>A row of one text. Its objects are ranges of characters.</summary>
    public static RowBuilder PlainText(string title, Emitter emitter = Emitter.Server) =>
        new RowBuilder(new RowPlan(Modality.PlainText, title, emitter)).Film(title, 0, 0, 0, 0);

    /// <summary>A row of one HTML document. Its objects go from one place of it to another.</summary>
    public static RowBuilder Html(string title, Emitter emitter = Emitter.Server) =>
        new RowBuilder(new RowPlan(Modality.Html, title, emitter)).Film(title, 0, 0, 0, 0);

    /// <summary>A row of one time series. Its objects are ranges of its index.</summary>
    public static RowBuilder TimeSeries(string title) => new RowBuilder(new RowPlan(Modality.TimeSeries, title, Emitter.Sdk)).Film(title, 0, 0, 0, 0);

    /// <summary>A row of several files side by side; say each with <see cref="Space"/>, or with <see cref="Child"/> where it has a row of its own.</summary>
    public static RowBuilder Group(string title, Emitter emitter = Emitter.Server) =>
        new RowBuilder(new RowPlan(Modality.Group, title, emitter)).Film(title, 0, 0, 0, 0);

    /// <summary>A row of what sensors saw. It starts on event 0; nothing in it has a size.</summary>
    public static RowBuilder Scene(string title) => new RowBuilder(new RowPlan(Modality.Scene, title, Emitter.Sdk)).Film(title, 0, 0, 0, 0);

    /// <summary>A row of what sensors saw, told as events: <see cref="Frame"/> goes to a nanosecond, and what is placed there holds until the next event.</summary>
    public static RowBuilder ContinuousScene(string title) =>
        new RowBuilder(new RowPlan(Modality.ContinuousScene, title, Emitter.Sdk)).Film(title, 0, 0, 0, 0);

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

    /// <summary>Makes a new object of a class; place it with the methods below, on as many frames as it is seen on.</summary>
    public SampleObject Object(string name) => _plan.Object(name);

    /// <summary>Classifies the frame gone to last.</summary>
    public RowBuilder Classify(string name, params IReadOnlyList<SampleAnswer> answers) =>
        Classify(name, ClassificationEra.Frames, [new FrameRange(_frame!.Number, _frame.Number)], answers);

    /// <summary>
    /// Classifies ranges of frames, of the row or of the space gone to last; none at all is the whole of it. All frames of a range must have been gone to, unless only the
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
            FrameRanges.Merged(ranges),
            answers)
        {
            Space = _unit is { SpaceType: not null } ? _unit : null,
        });
        return this;
    }

    /// <summary>Writes the row.</summary>
    public SampleRow Build() => SampleRow.Of(_plan);
}
