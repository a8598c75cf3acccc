namespace EncordFunctions.Local.Sample;

/// <summary>One file of a row: a data unit, or a space.</summary>
internal sealed record UnitPlan(string Hash, string Title, long Sequence, int Width, int Height)
{
    public List<FramePlan> Frames { get; } = [];

    public double Fps { get; init; }

    public int FrameCount { get; init; }

    /// <summary>What kind of space it is; null for a data unit.</summary>
    public string? SpaceType { get; init; }

    /// <summary>Where a data group shows it.</summary>
    public string? LayoutKey { get; init; }

    /// <summary>The sensor of a scene it comes from, and at which event.</summary>
    public (string Stream, long Event)? Scene { get; init; }

    public LabelLayout Layout => SpaceType switch
    {
        "point_cloud" or "scene_image" => LabelLayout.Flat,
        "audio" or "text" or "html" or "time_series" => LabelLayout.Empty,
        _ => LabelLayout.Keyed,
    };
}
