using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Rows;

/// <summary>A file inside a label row: the image, one image of a group, the video, the DICOM series.</summary>
/// <param name="Hash">Its key in <c>data_units</c>.</param>
/// <param name="Title">Its file name.</param>
/// <param name="MimeType">Its <c>data_type</c>.</param>
/// <param name="Sequence">Its position in an image group; 0 elsewhere. The frame number of its labels in an image group.</param>
/// <param name="Size">Size of its frames; a DICOM slice may have its own.</param>
/// <param name="Link">Where the vendor keeps the file, if it says so.</param>
public sealed record DataUnit(string Hash, string? Title, string? MimeType, long Sequence, FrameSize Size, string? Link)
{
    /// <summary>Frames per second, of videos.</summary>
    public double? Fps { get; init; }

    /// <summary>Length in seconds, of videos.</summary>
    public double? Duration { get; init; }
}
