using System.Runtime.InteropServices;

namespace EncordFunctions.Bench.Masks;

/// <summary>
/// COCO's own C code for masks, from a shared library that the reader of these figures has built: its path is in <c>COCO_MASK_API</c>.
/// Two of its functions are called as its header declares them, and one that frees what they allocate.
/// </summary>
internal sealed unsafe class CocoMaskApi
{
    public const string Variable = "COCO_MASK_API";

    // void rleFrString( RLE *R, char *s, siz h, siz w );
    private readonly delegate* unmanaged<Rle*, byte*, CULong, CULong, void> _read;

    // void rleDecode( const RLE *R, byte *mask, siz n );
    private readonly delegate* unmanaged<Rle*, byte*, CULong, void> _decode;

    // void rleFree( RLE *R );
    private readonly delegate* unmanaged<Rle*, void> _free;

    private CocoMaskApi(nint library)
    {
        _read = (delegate* unmanaged<Rle*, byte*, CULong, CULong, void>)NativeLibrary.GetExport(library, "rleFrString");
        _decode = (delegate* unmanaged<Rle*, byte*, CULong, void>)NativeLibrary.GetExport(library, "rleDecode");
        _free = (delegate* unmanaged<Rle*, void>)NativeLibrary.GetExport(library, "rleFree");
    }

    /// <summary>Its <c>RLE</c>; <c>siz</c> is C's unsigned long.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Rle
    {
        public CULong H;
        public CULong W;
        public CULong M;
        public uint* Counts;
    }

    /// <summary>The library, or null where the variable is not set.</summary>
    public static CocoMaskApi? Load() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? new CocoMaskApi(NativeLibrary.Load(path)) : null;

    /// <summary>Reads counts, which end with a zero byte. What comes out has to be freed.</summary>
    public Rle Read(ReadOnlySpan<byte> counts, int height, int width)
    {
        Rle rle;
        fixed (byte* text = counts) _read(&rle, text, new CULong((uint)height), new CULong((uint)width));
        return rle;
    }

    /// <summary>Draws runs, one byte a pixel. Its code checks nothing: the runs have to cover no more than the pixels there are.</summary>
    public void Decode(in Rle rle, Span<byte> pixels)
    {
        fixed (Rle* runs = &rle)
        fixed (byte* drawn = pixels) _decode(runs, drawn, new CULong(1));
    }

    /// <summary>Frees what <see cref="Read"/> allocated.</summary>
    public void Free(ref Rle rle)
    {
        fixed (Rle* runs = &rle) _free(runs);
    }
}
