namespace EncordFunctions.Formats.Coco.Painting;

/// <summary>Cuts a line to a frame as OpenCV does: at the top and the bottom first, then at the sides, each time to a whole pixel.</summary>
internal static class LineClip
{
    /// <returns>Whether any of it is on the frame.</returns>
    public static bool Clip(int width, int height, ref (long X, long Y) from, ref (long X, long Y) to)
    {
        var (right, bottom) = (width - 1L, height - 1L);
        if (AreBeside(from.X, to.X, right) || AreBeside(from.Y, to.Y, bottom)) return false;
        from = CutLevel(from, to, bottom);
        to = CutLevel(to, from, bottom);
        if (AreBeside(from.X, to.X, right)) return false;
        from = CutSide(from, to, right);
        to = CutSide(to, from, right);
        return true;
    }

    private static bool AreBeside(long one, long other, long last) => (one < 0 && other < 0) || (one > last && other > last);

    private static (long X, long Y) CutLevel((long X, long Y) end, (long X, long Y) other, long bottom)
    {
        if (end.Y >= 0 && end.Y <= bottom) return end;
        var y = end.Y < 0 ? 0 : bottom;
        return (end.X + (long)((double)(y - end.Y) * (other.X - end.X) / (other.Y - end.Y)), y);
    }

    private static (long X, long Y) CutSide((long X, long Y) end, (long X, long Y) other, long right)
    {
        if (end.X >= 0 && end.X <= right) return end;
        var x = end.X < 0 ? 0 : right;
        return (x, end.Y + (long)((double)(x - end.X) * (other.Y - end.Y) / (other.X - end.X)));
    }
}
