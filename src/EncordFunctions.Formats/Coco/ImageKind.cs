namespace EncordFunctions.Formats.Coco;

/// <summary>What a file is to COCO.</summary>
internal enum ImageKind
{
    /// <summary>Nothing: it has no frames, or no known size.</summary>
    None,

    /// <summary>One image.</summary>
    Image,

    /// <summary>A video, an image a frame.</summary>
    Video,

    /// <summary>A DICOM series, an image a slice.</summary>
    Dicom,

    /// <summary>A NIfTI volume, an image a slice.</summary>
    Nifti,
}
