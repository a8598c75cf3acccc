namespace EncordFunctions.Labels.Rows;

/// <summary>Where files end, as far as the row says so.</summary>
internal static class FileExtent
{
    /// <summary>The last frame or millisecond that a unit can have; null where the row does not say.</summary>
    public static long? LastOf(DataUnit unit, LabelRowHeader header)
    {
        if (unit.FrameCount is { } frames) return frames - 1;
        if (unit.SpaceType is null && header.DataType == "image") return 0;
        if (unit.Duration is not > 0) return null;
        if (unit.SpaceType == "audio" || (unit.SpaceType is null && header.DataType == "audio")) return Whole(unit.Duration.Value * 1000);
        // Frames of a video are not counted in the export, and its rate and length are rounded.
        return header.DataType == "video" && unit.Fps is > 0 ? Whole((unit.Duration.Value * unit.Fps.Value * 1.02) + 1) : null;
    }

    /// <summary>The last frame or millisecond of the row's data itself, without its spaces.</summary>
    public static long? LastOf(RowIndex index)
    {
        if (index.DataUnits == 0 || index.Header.DataType == "group") return null;
        if (RowModality.IsImageGroup(index.Header.DataType)) return index.Units.Take(index.DataUnits).Max(unit => unit.Sequence);
        return index.DataUnits == 1 ? LastOf(index.Units[0], index.Header) : null;
    }

    /// <summary>A length that no number of 64 bits holds ends at the largest one, past which nothing can be.</summary>
    private static long Whole(double length) => (long)Math.Ceiling(length);
}
