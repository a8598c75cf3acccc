namespace EncordFunctions.Labels.Rows;

/// <summary>What a row's data type says about how its labels are laid out.</summary>
internal static class RowModality
{
    /// <summary>The vendor's spelling of a data type; its page says <c>image_group</c> once where every real row says <c>img_group</c>.</summary>
    public static string? Canonical(string? dataType) => dataType == "image_group" ? "img_group" : dataType;

    /// <summary>Whether the data type is one of the vendor's.</summary>
    public static bool IsKnown(string? dataType) => dataType
        is "video" or "img_group" or "image" or "dicom" or "dicom_study" or "nifti" or "audio" or "plain_text" or "pdf" or "group" or "scene"
        or "time_series" or "deleted";

    /// <summary>Whether the type says nothing about the layout, so that the labels themselves have to.</summary>
    public static bool IsOpen(string? dataType) => dataType == "deleted" || !IsKnown(dataType);

    /// <summary>Whether each data unit is one frame, numbered by its place in the group.</summary>
    public static bool IsImageGroup(string? dataType) => dataType == "img_group";

    /// <summary>Whether labels may stand under streams and files instead of frame numbers.</summary>
    public static bool HasStreams(string? dataType) => dataType == "scene" || IsOpen(dataType);

    /// <summary>Whether the objects are ranges and stand in <c>object_answers</c>.</summary>
    public static bool IsRange(string? dataType) => dataType is "audio" or "plain_text" or "time_series";

    /// <summary>Whether frames have a size in the export: those of a page or a scene never do.</summary>
    public static bool SizesAreGiven(string? dataType, string? spaceType) =>
        spaceType is null ? dataType is not ("pdf" or "scene") : spaceType is not ("pdf" or "point_cloud" or "scene_image");

    /// <summary>The shape of the objects of a range type; null where the type has frames.</summary>
    public static string? SpanOf(string? dataType) => dataType switch
    {
        "audio" => "audio",
        "plain_text" => "text",
        "time_series" => "time_range",
        _ => null,
    };

    /// <summary>The shape of the range objects of a space; null where the space has frames.</summary>
    public static string? SpanOfSpace(string? spaceType) => spaceType switch
    {
        "audio" => "audio",
        "text" or "html" => "text",
        "time_series" => "time_range",
        _ => null,
    };
}
