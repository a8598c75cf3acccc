using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Local.Sample;

/// <summary>What a <see cref="RowBuilder"/> has been told so far.</summary>
internal sealed record RowPlan(Modality Modality, string Title, Emitter Emitter)
{
    public List<UnitPlan> Units { get; } = [];

    public List<UnitPlan> Spaces { get; } = [];

    public List<ChildPlan> Children { get; } = [];

    public List<SampleObject> Objects { get; } = [];

    public List<RangePlacement> Ranges { get; } = [];

    public List<ClassificationPlan> Classifications { get; } = [];

    /// <summary>When the row was last edited.</summary>
    public DateTimeOffset EditedAt { get; set; } = Start.AddHours(1);

    /// <summary>When it was exported.</summary>
    public DateTimeOffset ExportedAt { get; set; } = Start.AddHours(2);

    public string? Branch { get; set; } = "main";

    public bool AnswersFirst { get; set; }

    /// <summary>The SDK writes spaces before data units; where the answers come first, spaces come last here.</summary>
    public bool SpacesFirst => Emitter == Emitter.Sdk && !AnswersFirst;

    public ActionStyle ActionStyle { get; set; } = ActionStyle.Editor;

    /// <summary>Every branch of the same data is a row of its own.</summary>
    public string LabelHash => Hashes.Long(Branch is null or "main" ? $"label/{Emitter}/{Title}" : $"label/{Emitter}/{Title}/{Branch}");

    /// <summary>The file's own hash where there is one file, and another one where there are several.</summary>
    public string DataHash => Modality is Modality.ImageGroup or Modality.ImageSequence ? Hashes.Long($"group/{Title}") : Units[0].Hash;

    public string DataType => Modality switch
    {
        Modality.Image => "image",
        Modality.ImageGroup or Modality.ImageSequence => "img_group",
        Modality.Video => "video",
        Modality.Dicom => "dicom",
        Modality.DicomStudy => "dicom_study",
        Modality.Nifti => "nifti",
        Modality.Pdf => "pdf",
        Modality.Audio => "audio",
        Modality.PlainText or Modality.Html => "plain_text",
        Modality.TimeSeries => "time_series",
        Modality.Group => "group",
        _ => "scene",
    };

    public LabelLayout Layout => Modality switch
    {
        Modality.Image or Modality.ImageGroup or Modality.ImageSequence => LabelLayout.Flat,
        Modality.Audio or Modality.PlainText or Modality.Html or Modality.TimeSeries or Modality.Group => LabelLayout.Empty,
        _ => LabelLayout.Keyed,
    };

    /// <summary>Whether the frames have no size, so that coordinates are told as fractions.</summary>
    public bool HasNoSize => Modality is Modality.Pdf or Modality.Scene or Modality.ContinuousScene;

    /// <summary>Makes a new object of a class.</summary>
    public SampleObject Object(string name)
    {
        var made = new SampleObject(name, Hashes.Short($"object/{LabelHash}/{Objects.Count}"), Start.AddSeconds(7 * Objects.Count));
        Objects.Add(made);
        return made;
    }

    /// <summary>Nine in the morning of 2 March 2026, UTC, a Monday; everything else is counted from it.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
}

/// <summary>How the labels of a file are laid out.</summary>
internal enum LabelLayout
{
    Flat,
    Keyed,
    Empty,
}

/// <summary>A file of a data group that has a row of its own.</summary>
internal sealed record ChildPlan(string DataHash, string LabelHash, string Title, string LayoutKey);

/// <summary>An object over a stretch of a file that has no frames.</summary>
internal sealed record RangePlacement(SampleObject Object, UnitPlan Unit, LabelRange Range);
