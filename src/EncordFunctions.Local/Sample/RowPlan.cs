using System.Text.Json;
using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Local.Sample;

/// <summary>What a <see cref="RowBuilder"/> has been told so far.</summary>
internal sealed record RowPlan(Modality Modality, string Title, Emitter Emitter)
{
    public List<UnitPlan> Units { get; } = [];

    public List<SampleObject> Objects { get; } = [];

    public List<ClassificationPlan> Classifications { get; } = [];

    public string? Branch { get; set; } = "main";

    public bool AnswersFirst { get; set; }

    public ActionStyle ActionStyle { get; set; } = ActionStyle.Editor;

    public string LabelHash => Hashes.Long($"label/{Emitter}/{Title}");

    /// <summary>The file's own hash where there is one file, and another one where there are several.</summary>
    public string DataHash => Modality is Modality.ImageGroup or Modality.ImageSequence ? Hashes.Long($"group/{Title}") : Units[0].Hash;

    public string DataType => Modality switch
    {
        Modality.Image => "image",
        Modality.ImageGroup or Modality.ImageSequence => "img_group",
        Modality.Video => "video",
        _ => "dicom",
    };

    public bool IsKeyed => Modality is Modality.Video or Modality.Dicom;

    /// <summary>Nine in the morning of 2 March 2026, UTC, a Monday; everything else is counted from it.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
}

/// <summary>One file of a row.</summary>
internal sealed record UnitPlan(string Hash, string Title, long Sequence, int Width, int Height)
{
    public List<FramePlan> Frames { get; } = [];

    public double Fps { get; init; }

    public int FrameCount { get; init; }
}

/// <summary>One frame, in the size its coordinates are fractions of.</summary>
internal sealed record FramePlan(long Number, int Width, int Height, bool HasOwnSize)
{
    public List<Placement> Placements { get; } = [];
}

/// <summary>An object on a frame: what was drawn and how to spell it, or a geometry that no reader may accept.</summary>
internal sealed record Placement(SampleObject Object)
{
    public ShapeTruth? Shape { get; init; }

    public PolygonSpelling Polygon { get; init; }

    public VisibilitySpelling Visibility { get; init; }

    public bool PolylineAsList { get; init; }

    public (string Shape, Action<Utf8JsonWriter> Write)? Fault { get; init; }
}

/// <summary>A classification and the frames it holds for.</summary>
internal sealed record ClassificationPlan(
    string Name, string Hash, DateTimeOffset CreatedAt, ClassificationEra Era, IReadOnlyList<FrameRange> Ranges, IReadOnlyList<SampleAnswer> Answers)
{
    public string FeatureHash => Hashes.Short($"classification/{Name}");

    public bool IsOn(long frame) => Era != ClassificationEra.Ranges && Ranges.Any(range => range.Start <= frame && frame <= range.End);
}
