using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Formats.Painting;

/// <summary>
/// A picture of one number a pixel, 0 where nothing is, onto which masks are painted one over the other. It is used for one frame after the
/// other and keeps its memory: a byte and a bit for each pixel, or two bytes and a bit once a number is greater than 255.
/// </summary>
internal sealed class IndexPicture : IDisposable
{
    private const int BitsOfWord = 64;

    private byte[] _pixels = [];
    private ulong[] _twice = [];
    private long[] _counts = new long[byte.MaxValue + 1];

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Whether a pixel has two bytes.</summary>
    public bool IsWide { get; private set; }

    /// <summary>How many pixels were painted more than once.</summary>
    public long Overlap { get; private set; }

    private int Area => Width * Height;

    private Span<ushort> WidePixels => MemoryMarshal.Cast<byte, ushort>(_pixels.AsSpan(0, Area * sizeof(ushort)));

    /// <summary>Begins a frame, empty.</summary>
    public void Begin(int width, int height)
    {
        (Width, Height, IsWide, Overlap) = (width, height, false, 0);
        var words = (Area + BitsOfWord - 1) / BitsOfWord;
        if (_pixels.Length < Area) Exchange(ref _pixels, Area);
        if (_twice.Length < words) Exchange(ref _twice, words);
        _pixels.AsSpan(0, Area).Clear();
        _twice.AsSpan(0, words).Clear();
        Array.Clear(_counts);
        _counts[0] = Area;
    }

    /// <summary>How many pixels have a number now.</summary>
    public long Count(int number) => _counts[number];

    /// <summary>Paints a mask of the picture's size.</summary>
    /// <returns>How many pixels had another number before, but 0.</returns>
    public long Paint(Mask mask, int number)
    {
        if (number > byte.MaxValue && !IsWide) Widen();
        return IsWide ? Paint(WidePixels, mask, (ushort)number) : Paint(_pixels.AsSpan(0, Area), mask, (byte)number);
    }

    /// <summary>Copies a line of pixels as PNG has it: of two bytes the higher one first.</summary>
    public void CopyLine(int y, Span<byte> line)
    {
        if (IsWide) BinaryPrimitives.ReverseEndianness(WidePixels.Slice(y * Width, Width), MemoryMarshal.Cast<byte, ushort>(line));
        else _pixels.AsSpan(y * Width, Width).CopyTo(line);
    }

    public void Dispose()
    {
        Exchange(ref _pixels, 0);
        Exchange(ref _twice, 0);
    }

    private long Paint<T>(Span<T> picture, Mask mask, T number) where T : unmanaged, IBinaryInteger<T>
    {
        var (at, changed) = (0, 0L);
        var runs = mask.Runs;
        for (var run = 0; run < runs.Length; run++)
        {
            if ((run & 1) != 0) changed += PaintRun(picture.Slice(at, runs[run]), at, number);
            at += runs[run];
        }
        return changed;
    }

    private long PaintRun<T>(Span<T> pixels, int at, T number) where T : unmanaged, IBinaryInteger<T>
    {
        var changed = 0L;
        for (var done = 0; done < pixels.Length;)
        {
            var before = pixels[done];
            var same = pixels[done..].IndexOfAnyExcept(before);
            if (same < 0) same = pixels.Length - done;
            _counts[int.CreateTruncating(before)] -= same;
            if (!T.IsZero(before))
            {
                Overlap += MarkTwice(at + done, same);
                if (before != number) changed += same;
            }
            done += same;
        }
        _counts[int.CreateTruncating(number)] += pixels.Length;
        pixels.Fill(number);
        return changed;
    }

    /// <returns>How many of the pixels were not marked before.</returns>
    private long MarkTwice(int at, int count)
    {
        var marked = 0L;
        for (var end = at + count; at < end;)
        {
            var (word, bit) = (at / BitsOfWord, at % BitsOfWord);
            var bits = Math.Min(BitsOfWord - bit, end - at);
            var these = (ulong.MaxValue >> (BitsOfWord - bits)) << bit;
            marked += BitOperations.PopCount(these & ~_twice[word]);
            _twice[word] |= these;
            at += bits;
        }
        return marked;
    }

    private void Widen()
    {
        var wide = ArrayPool<byte>.Shared.Rent(Area * sizeof(ushort));
        var to = MemoryMarshal.Cast<byte, ushort>(wide.AsSpan());
        for (var at = 0; at < Area; at++) to[at] = _pixels[at];
        ArrayPool<byte>.Shared.Return(_pixels);
        (_pixels, IsWide) = (wide, true);
        if (_counts.Length <= ushort.MaxValue) Array.Resize(ref _counts, ushort.MaxValue + 1);
    }

    private static void Exchange<T>(ref T[] rented, int room)
    {
        if (rented.Length > 0) ArrayPool<T>.Shared.Return(rented);
        rented = room == 0 ? [] : ArrayPool<T>.Shared.Rent(room);
    }
}
