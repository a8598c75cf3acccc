namespace EncordFunctions.Labels.Rows;

/// <summary>The data types whose rows are read.</summary>
internal static class RowModality
{
    /// <summary>The vendor's spelling of a data type; its page says <c>image_group</c> once where every real row says <c>img_group</c>.</summary>
    public static string? Canonical(string? dataType) => dataType == "image_group" ? "img_group" : dataType;

    /// <summary>Whether rows of the type are read: images, image groups and sequences, videos, DICOM series.</summary>
    public static bool IsRead(string? dataType) => dataType is "image" or "img_group" or "video" or "dicom";

    /// <summary>Whether each data unit is one frame, numbered by its place in the group.</summary>
    public static bool IsGroup(string? dataType) => dataType == "img_group";
}
