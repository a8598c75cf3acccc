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

    /// <summary>A DICOM study, labelled slice by slice.</summary>
    DicomStudy,

    /// <summary>A NIfTI volume; its frames are slices.</summary>
    Nifti,

    /// <summary>A PDF; its frames are pages, whose size nobody states.</summary>
    Pdf,

    /// <summary>Sound; its objects are ranges of milliseconds.</summary>
    Audio,

    /// <summary>A text; its objects are ranges of characters.</summary>
    PlainText,

    /// <summary>An HTML document; its objects go from one place in it to another.</summary>
    Html,

    /// <summary>A time series; its objects are ranges of its index.</summary>
    TimeSeries,

    /// <summary>Several files side by side, in spaces or in rows of their own.</summary>
    Group,

    /// <summary>What sensors saw; its frames are events.</summary>
    Scene,

    /// <summary>What sensors saw, told as events at nanoseconds that hold until the next one.</summary>
    ContinuousScene,
}
