using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Rows;

/// <summary>A file inside a label row: the image, one image of a group, the video, the DICOM series; a space of a data group or a scene.</summary>
/// <param name="Hash">Its key in <c>data_units</c> or in <c>spaces</c>.</param>
/// <param name="Title">Its file name.</param>
/// <param name="MimeType">Its <c>data_type</c>.</param>
/// <param name="Sequence">Its position in an image group; 0 elsewhere. The frame number of its labels in an image group.</param>
/// <param name="Size">Size of its frames; a DICOM slice may have its own.</param>
/// <param name="Link">Where the vendor keeps the file, if it says so.</param>
public sealed record DataUnit(string Hash, string? Title, string? MimeType, long Sequence, FrameSize Size, string? Link)
{
    /// <summary>Frames per second, of videos.</summary>
    public double? Fps { get; init; }

    /// <summary>Length in seconds, of videos and audio.</summary>
    public double? Duration { get; init; }

    /// <summary>How many frames, slices or pages it has, where the row says so, of spaces.</summary>
    public long? FrameCount { get; init; }

    /// <summary>How it is encoded, of audio.</summary>
    public AudioFormat? Audio { get; init; }

    /// <summary>The files of a data group that have rows of their own.</summary>
    public IReadOnlyList<GroupChild> Children { get; init; } = [];

    /// <summary>Which file of a scene it is, of spaces of scenes.</summary>
    public SceneFile? Scene { get; init; }

    /// <summary>What kind of space it is; null for the units of <c>data_units</c>.</summary>
    public string? SpaceType { get; init; }

    /// <summary>Where a data group shows it: a grid cell or a name.</summary>
    public string? LayoutKey { get; init; }
}
