using System.Buffers;

namespace EncordFunctions.Labels.Masks;

/// <summary>
/// The stretches of pixels, in row-major order, that differ from the pixel before them in column-major order: from the one above or,
/// in the top row, from the last one of the column before.
/// </summary>
/// <remarks>
/// The mask is compared with itself moved down by a row, in the form of two lists of the pixels where a value switches. Merged, with
/// switches at one pixel undoing each other, they are where "differs" switches: pairs of first pixel and pixel behind the last one.
/// </remarks>
internal readonly ref struct ColumnChanges
{
    private const int None = int.MaxValue;

    private readonly int[] _rented;

    public ColumnChanges(ReadOnlySpan<int> runs, int width, int height)
    {
        var pixels = width * height;
        _rented = ArrayPool<int>.Shared.Rent((4 * runs.Length) + 16);
        var own = _rented.AsSpan(0, runs.Length + 2);
        var before = _rented.AsSpan(own.Length, runs.Length + 6);
        var merged = _rented.AsSpan(own.Length + before.Length);
        FindOwn(runs, pixels, own);
        FindBefore(own, width, pixels, before);
        Switches = merged[..Merge(own, before, merged)];
    }

    /// <summary>Start, end, start, end, ..., ascending. Some stretches may be of no length.</summary>
    public ReadOnlySpan<int> Switches { get; }

    public void Dispose() => ArrayPool<int>.Shared.Return(_rented);

    /// <summary>Where the mask switches; one that ends set switches behind its last pixel.</summary>
    private static void FindOwn(ReadOnlySpan<int> runs, int pixels, Span<int> own)
    {
        var at = 0;
        var count = 0;
        foreach (var run in runs[..^1]) own[count++] = at += run;
        if ((count & 1) != 0) own[count++] = pixels;
        own[count] = None;
    }

    /// <summary>Where the pixels before switch: the last row moved on by a pixel, then all other rows moved down by one.</summary>
    private static void FindBefore(ReadOnlySpan<int> own, int width, int pixels, Span<int> before)
    {
        var count = 0;
        var lastRow = pixels - width;
        var from = own.IndexOf(None);
        while (from > 0 && own[from - 1] > lastRow) from--;
        if ((from & 1) != 0) before[count++] = 1;
        for (; own[from] < pixels - 1; from++) before[count++] = own[from] - lastRow + 1;
        if ((from & 1) != 0) before[count++] = width;

        for (from = 0; own[from] < lastRow; from++) before[count++] = own[from] + width;
        if ((from & 1) != 0) before[count++] = pixels;
        before[count] = None;
    }

    private static int Merge(ReadOnlySpan<int> own, ReadOnlySpan<int> before, Span<int> merged)
    {
        // Which list is ahead is as good as random along the edge of a blob, so there is no branch to guess it.
        int i = 0, j = 0, count = 0;
        while (true)
        {
            var next = Math.Min(own[i], before[j]);
            if (next == None) return count;
            var ofOwn = own[i] == next ? 1 : 0;
            var ofBefore = before[j] == next ? 1 : 0;
            merged[count] = next;
            count += ofOwn ^ ofBefore;
            i += ofOwn;
            j += ofBefore;
        }
    }
}
