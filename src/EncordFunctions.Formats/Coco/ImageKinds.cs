using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Coco;

/// <summary>Tells what a file is by what the vendor's exporter goes by: its MIME type, then the data type of its row.</summary>
internal static class ImageKinds
{
    public static ImageKind Of(DataUnit unit, string? rowType, bool asVendor)
    {
        if (unit.SpaceType is { } space) return asVendor ? ImageKind.None : OfSpace(space);
        var mime = unit.MimeType ?? "";
        if (mime.Contains("application/dicom", StringComparison.Ordinal)) return ImageKind.Dicom;
        if (mime is "application/nifti1" or "application/nifti2") return ImageKind.Nifti;
        if (mime.Contains("video", StringComparison.Ordinal)) return ImageKind.Video;
        return mime.StartsWith("image", StringComparison.Ordinal) ? ImageKind.Image : OfRow(rowType);
    }

    private static ImageKind OfRow(string? rowType) => rowType switch
    {
        "image" or "img_group" => ImageKind.Image,
        "video" => ImageKind.Video,
        "dicom" or "dicom_study" => ImageKind.Dicom,
        "nifti" => ImageKind.Nifti,
        _ => ImageKind.None,
    };

    private static ImageKind OfSpace(string space) => space switch
    {
        "image" => ImageKind.Image,
        "video" or "image_sequence" => ImageKind.Video,
        "medical_file" or "medical_stack" => ImageKind.Dicom,
        _ => ImageKind.None,
    };
}
