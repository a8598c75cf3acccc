using System.Buffers;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Report;

/// <summary>How large the boxes around what is drawn are, how long for their height, and where they lie. Frames of unknown size are not in it.</summary>
internal sealed class BoxFacts
{
    /// <summary>Where one bin of sizes ends and the next begins: the side of a square as large as the box, in pixels.</summary>
    public static readonly double[] SizeEdges = [4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048];

    /// <summary>The same of width by height.</summary>
    public static readonly double[] AspectEdges = [0.125, 0.25, 0.5, 0.8, 1.25, 2, 4, 8];

    // COCO calls an object small below 32² pixels and large from 96² on.
    private static readonly double[] CocoEdges = [32, 96];

    public Bins Sizes { get; } = new(SizeEdges);

    public Bins Aspects { get; } = new(AspectEdges);

    public Bins CocoSizes { get; } = new(CocoEdges);

    public DensityMap Density { get; } = new();

    /// <summary>How many boxes were counted, those of points and lines without a width or a height included.</summary>
    public long Count { get; private set; }

    public void Add(Bounds box, FrameSize frame)
    {
        if (!frame.IsKnown) return;
        Count++;
        Density.Add(box, frame);
        if (!(box.W > 0 && box.H > 0)) return;
        var side = Math.Sqrt(box.W * box.H);
        Sizes.Add(side);
        CocoSizes.Add(side);
        Aspects.Add(box.W / box.H);
    }

    public void WriteTo(IBufferWriter<byte> record)
    {
        record.WriteWhole(Count);
        Sizes.WriteTo(record);
        Aspects.WriteTo(record);
        CocoSizes.WriteTo(record);
        Density.WriteTo(record);
    }

    public void AddFrom(ref RecordReader record)
    {
        Count += record.ReadWhole();
        Sizes.AddFrom(ref record);
        Aspects.AddFrom(ref record);
        CocoSizes.AddFrom(ref record);
        Density.AddFrom(ref record);
    }
}
