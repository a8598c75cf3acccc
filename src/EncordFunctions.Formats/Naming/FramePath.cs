using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Naming;

/// <summary>
/// Where a file of one frame lies: under its number, in a folder for each space and each stream of a scene, and for each data unit where a row has
/// several that count their frames for themselves. The images of a group count together.
/// </summary>
internal static class FramePath
{
    public static string Of(string root, RowIndex row, DataUnit unit, Frame frame, string extension)
    {
        var folder = unit.SpaceType is not null || IsOneOfSeveral(row) ? $"{SafeName.Of(unit.Hash)}/" : "";
        var stream = frame.Stream is { } known ? $"{SafeName.Of(known)}/" : "";
        return $"{root}/{folder}{stream}{frame.Number}.{extension}";
    }

    private static bool IsOneOfSeveral(RowIndex row)
    {
        if (row.Header.DataType == "img_group") return false;
        var units = 0;
        foreach (var unit in row.Units)
        {
            if (unit.SpaceType is null && ++units > 1) return true;
        }
        return false;
    }
}
