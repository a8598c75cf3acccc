using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace EncordFunctions.Formats.Tests.Coco;

/// <summary>COCO's own C code for masks, where COCO_MASK_API names a shared library of it (bench/README.md says how to build one).</summary>
internal sealed class CocoMaskApi
{
    private readonly FromString _fromString;
    private readonly FromPolygon _fromPolygon;
    private readonly Merge _merge;
    private readonly AreaOf _area;
    private readonly BoxOf _box;
    private readonly Free _free;

    private CocoMaskApi(nint library)
    {
        T Function<T>(string name) => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(library, name));
        _fromString = Function<FromString>("rleFrString");
        _fromPolygon = Function<FromPolygon>("rleFrPoly");
        _merge = Function<Merge>("rleMerge");
        _area = Function<AreaOf>("rleArea");
        _box = Function<BoxOf>("rleToBbox");
        _free = Function<Free>("rleFree");
    }

    private delegate void FromString(ref Rle rle, byte[] text, CULong height, CULong width);

    private delegate void FromPolygon(ref Rle rle, double[] corners, CULong count, CULong height, CULong width);

    private delegate void Merge([In] Rle[] parts, ref Rle whole, CULong count, int intersect);

    private delegate void AreaOf(ref Rle rle, CULong count, out uint area);

    private delegate void BoxOf(ref Rle rle, [Out] double[] box, CULong count);

    private delegate void Free(ref Rle rle);

    /// <summary>The library; skips the test where there is none.</summary>
    public static CocoMaskApi Load()
    {
        var path = Environment.GetEnvironmentVariable("COCO_MASK_API");
        Assert.SkipWhen(string.IsNullOrEmpty(path), "COCO_MASK_API does not name a library of COCO's mask code.");
        return new CocoMaskApi(NativeLibrary.Load(path));
    }

    /// <summary>The area and the box that COCO finds for a segmentation on a frame.</summary>
    public (double Area, double[] Box) Read(JsonElement segmentation, int height, int width)
    {
        var rle = segmentation.ValueKind == JsonValueKind.Object ? OfCounts(segmentation) : OfRings(segmentation, height, width);
        var box = new double[4];
        _area(ref rle, new CULong(1), out var area);
        _box(ref rle, box, new CULong(1));
        _free(ref rle);
        return (area, box);
    }

    private Rle OfCounts(JsonElement segmentation)
    {
        var rle = default(Rle);
        var size = segmentation.GetProperty("size");
        _fromString(
            ref rle, Encoding.ASCII.GetBytes(segmentation.GetProperty("counts").GetString() + '\0'),
            new CULong(size[0].GetUInt32()), new CULong(size[1].GetUInt32()));
        return rle;
    }

    private Rle OfRings(JsonElement rings, int height, int width)
    {
        var parts = rings.EnumerateArray().Select(ring =>
        {
            var rle = default(Rle);
            var corners = ring.EnumerateArray().Select(one => one.GetDouble()).ToArray();
            _fromPolygon(ref rle, corners, new CULong((uint)corners.Length / 2), new CULong((uint)height), new CULong((uint)width));
            return rle;
        }).ToArray();
        var whole = default(Rle);
        _merge(parts, ref whole, new CULong((uint)parts.Length), 0);
        for (var part = 0; part < parts.Length; part++) _free(ref parts[part]);
        return whole;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Rle
    {
        public CULong H;
        public CULong W;
        public CULong M;
        public nint Counts;
    }
}
