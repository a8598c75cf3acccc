using System.Buffers;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Coco;

/// <summary>Spells the members of an image but its id. Files have the names that the vendor's exporter gives them.</summary>
internal static class ImageJson
{
    public static void Write(IBufferWriter<byte> to, ImageKind kind, DataUnit unit, Frame? frame, SliceFile? slice, LabelRowHeader row, bool asVendor)
    {
        var size = frame?.Size ?? unit.Size;
        var link = kind == ImageKind.Dicom ? slice?.Uri : unit.Link;
        to.Raw("\"file_name\":"u8);
        to.Text(NameOf(kind, unit, frame?.Number ?? 0, slice));
        to.Raw(",\"width\":"u8);
        to.Whole(size.Width);
        to.Raw(",\"height\":"u8);
        to.Whole(size.Height);
        to.Raw(",\"coco_url\":"u8);
        to.Text(kind == ImageKind.Dicom ? link ?? "" : link);
        if (kind is ImageKind.Image or ImageKind.Video)
        {
            to.Raw(kind == ImageKind.Image ? ",\"image_title\":"u8 : ",\"video_title\":"u8);
            to.Text(unit.Title);
        }
        if (!asVendor) WriteOwn(to, kind, unit, link, frame, row);
        to.Raw("}"u8);
    }

    private static void WriteOwn(IBufferWriter<byte> to, ImageKind kind, DataUnit unit, string? link, Frame? frame, LabelRowHeader row)
    {
        to.Raw(",\"data_link\":"u8);
        to.Text(link);
        if (kind != ImageKind.Image)
        {
            to.Raw(",\"frame_number\":"u8);
            to.Whole(frame?.Number ?? 0);
        }
        to.Raw(",\"data_hash\":"u8);
        to.Text(unit.Hash);
        to.Raw(",\"label_hash\":"u8);
        to.Text(row.LabelHash);
    }

    private static string NameOf(ImageKind kind, DataUnit unit, long frame, SliceFile? slice) => kind switch
    {
        // A title without a dot is its own ending, as it is with the vendor.
        ImageKind.Image => unit.Title is { } title ? $"images/{unit.Hash}.{title[(title.LastIndexOf('.') + 1)..]}" : $"images/{unit.Hash}",
        ImageKind.Video => $"videos/{unit.Hash}/{frame}.jpg",
        ImageKind.Nifti => $"nifti/{unit.Hash}/{frame}",
        _ when slice is { InstanceUid: { } uid, MultiframeNumber: { } number } => $"dicom/{unit.Hash}/{uid}/{number}",
        _ => $"dicom/{unit.Hash}/{slice?.InstanceUid ?? $"{frame}"}",
    };
}
