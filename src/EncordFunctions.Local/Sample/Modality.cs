namespace EncordFunctions.Local.Sample;

/// <summary>What a row's data is.</summary>
public enum Modality
{
    /// <summary>One image.</summary>
    Image,

    /// <summary>Several images, each a data unit with a size of its own.</summary>
    ImageGroup,

    /// <summary>Several images that are shown as a film.</summary>
    ImageSequence,

    /// <summary>A video.</summary>
    Video,

    /// <summary>A DICOM series; its frames are slices.</summary>
    Dicom,
}
