using System.Buffers;
using System.Text;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Masks;

/// <summary>
/// A bitmask as row-major runs (left to right, top row first) that alternate off, on, off, ...; the first run is off and may be 0.
/// The runs cover width × height exactly. An empty mask is one off-run.
/// </summary>
/// <remarks>
/// The text form has the alphabet of COCO's compressed counts, but not their order: COCO counts go down the columns. Everything here
/// is computed from the runs; nothing is drawn but by <see cref="CopyTo"/>.
/// </remarks>
public sealed class Mask
{
    /// <summary>The greatest width or height a mask may have.</summary>
    public const int LongestSide = 1 << 20;

    /// <summary>The greatest number of runs a mask that is read may have, by rows or by columns.</summary>
    public const int MostRuns = 1 << 22;

    private readonly int[] _runs;

    // Several derivatives ask for these, so they are found once; whoever finds them at the same time finds the same.
    private MaskExtent? _extent;
    private byte[]? _cocoCounts;

    private Mask(int width, int height, int[] runs)
    {
        Width = width;
        Height = height;
        _runs = runs;
    }

    /// <summary>Length of a row in pixels.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>The run lengths, off first.</summary>
    public ReadOnlySpan<int> Runs => _runs;

    /// <summary>The number of set pixels.</summary>
    public long Area => Extent.Area;

    /// <summary>The tight box around the set pixels; a zero box where none is set.</summary>
    public Bounds Bounds => Extent.Bounds;

    /// <summary><see cref="CocoCounts"/> as UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8CocoCounts => _cocoCounts ??= RleText.Write(ToColumnMajor());

    private MaskExtent Extent => _extent ??= MaskExtent.Of(_runs, Width);

    /// <summary>Reads the vendor's <c>rleString</c> of a mask of <paramref name="width"/> × <paramref name="height"/> pixels.</summary>
    /// <remarks>An empty text is an empty mask; any other must cover every pixel. The text bounds the memory, not the size it claims.</remarks>
    /// <returns>The mask, or the fault that makes the text unusable.</returns>
    public static MaskReading Read(ReadOnlySpan<byte> rleString, int width, int height)
    {
        if (!IsPossible(width, height))
            return new MaskReading.Faulty(MaskFault.ImpossibleSize, 0, $"A mask of {width} × {height} pixels can't be.");
        if (rleString.IsEmpty) return new MaskReading.Read(new Mask(width, height, [width * height]));

        const int OnStack = 512;
        int[]? rented = null;
        var scratch = rleString.Length <= OnStack
            ? stackalloc int[OnStack]
            : rented = ArrayPool<int>.Shared.Rent(Math.Min(rleString.Length, MostRuns));
        try
        {
            var pixels = width * height;
            if (RleText.Read(rleString, pixels, "pixels", scratch, out var count, out var left) is { } fault) return fault;
            if (left > 0) return new MaskReading.Faulty(MaskFault.SumTooSmall, rleString.Length, $"The runs cover {pixels - left} of {pixels} pixels.");
            var runs = scratch[..count];
            if (pixels > MostRuns && ColumnRuns.Count(runs, width, height) > MostRuns)
            {
                return new MaskReading.Faulty(
                    MaskFault.TooFragmented, rleString.Length, $"The mask has more than {MostRuns} runs down its columns.");
            }
            return new MaskReading.Read(new Mask(width, height, runs.ToArray()));
        }
        finally
        {
            if (rented is not null) ArrayPool<int>.Shared.Return(rented);
        }
    }

    /// <summary>Makes a mask of row-major runs, off first.</summary>
    /// <exception cref="ArgumentException">The size is impossible, a run is negative, or the runs don't cover width × height.</exception>
    public static Mask FromRuns(ReadOnlySpan<int> runs, int width, int height)
    {
        ThrowIfImpossible(width, height);
        var sum = 0L;
        foreach (var run in runs)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(run, nameof(runs));
            sum += run;
        }
        if (sum != width * height) throw new ArgumentException($"The runs cover {sum} of {width * height} pixels.", nameof(runs));
        return new Mask(width, height, runs.ToArray());
    }

    /// <summary>Makes a mask of one byte a pixel, row-major; every byte but 0 is set.</summary>
    /// <exception cref="ArgumentException">The size is impossible, or there are not width × height bytes.</exception>
    public static Mask FromBytes(ReadOnlySpan<byte> pixels, int width, int height)
    {
        ThrowIfImpossible(width, height);
        if (pixels.Length != width * height)
            throw new ArgumentException($"{pixels.Length} bytes for {width * height} pixels.", nameof(pixels));
        var runs = new List<int>();
        while (!pixels.IsEmpty)
        {
            var run = runs.Count % 2 == 0 ? pixels.IndexOfAnyExcept((byte)0) : pixels.IndexOf((byte)0);
            if (run < 0) run = pixels.Length;
            runs.Add(run);
            pixels = pixels[run..];
        }
        return new Mask(width, height, [.. runs]);
    }

    /// <summary>The vendor's <c>rleString</c> of the mask: the shortest text that <see cref="Read"/> makes these runs of.</summary>
    public string Encode() => Encoding.ASCII.GetString(RleText.Write(_runs));

    /// <summary>Draws the mask, one byte a pixel, row-major: 0 or 1.</summary>
    /// <param name="pixels">At least width × height bytes.</param>
    public void CopyTo(Span<byte> pixels)
    {
        var rest = pixels[..(Width * Height)];
        for (var run = 0; run < _runs.Length; run++)
        {
            rest[.._runs[run]].Fill((byte)(run & 1));
            rest = rest[_runs[run]..];
        }
    }

    /// <summary>Packs all rows to one bit a pixel, as <see cref="ScanLines"/> says.</summary>
    /// <param name="destination">At least height × (width / 8, rounded up, and 1 more with <paramref name="filterByte"/>) bytes.</param>
    /// <param name="filterByte">Whether each row begins with a byte 0, as PNG wants it.</param>
    /// <exception cref="ArgumentException">There is no room for all rows.</exception>
    public void WritePackedRows(Span<byte> destination, bool filterByte = false)
    {
        var lines = new ScanLines(this, filterByte);
        if (destination.Length / lines.Stride < Height) throw new ArgumentException("No room for all rows.", nameof(destination));
        lines.Write(destination);
    }

    /// <summary>The runs down the columns, left column first, off first: COCO's uncompressed counts. No run but the first is 0.</summary>
    public int[] ToColumnMajor() => ColumnRuns.Of(_runs, Width, Height);

    /// <summary>COCO's compressed counts of the mask, column-major, for a size written as [height, width].</summary>
    public string CocoCounts() => Encoding.ASCII.GetString(Utf8CocoCounts);

    /// <summary>Whether a mask can have that size: neither side is 0 or longer than <see cref="LongestSide"/>, and the pixels can be counted.</summary>
    public static bool IsPossible(int width, int height) =>
        width is > 0 and <= LongestSide && height is > 0 and <= LongestSide && (long)width * height <= int.MaxValue;

    internal static void ThrowIfImpossible(int width, int height)
    {
        if (!IsPossible(width, height)) throw new ArgumentException($"A mask of {width} × {height} pixels can't be.");
    }
}
