using System.Buffers;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Formats.Geometry;

/// <summary>
/// The outlines of a mask as a record holds them: they go along the edges of pixels, in turn across and down, so that one small number a vertex
/// says all. As WKB they take ten times as much.
/// </summary>
internal static class OutlineSteps
{
    private const int Batch = 128;

    /// <summary>Writes outlines as <see cref="MaskOutlines.Of"/> gives them: whole pixels, vertices at turns only.</summary>
    public static void Write(IBufferWriter<byte> to, Vertex[][][] parts)
    {
        to.WriteWhole(parts.Length);
        foreach (var rings in parts)
        {
            to.WriteWhole(rings.Length);
            foreach (var ring in rings) Write(to, ring);
        }
    }

    /// <summary>Reads outlines and writes them as WKB; they are wound as it wants them.</summary>
    /// <returns>What it is.</returns>
    public static Wkb.Kind WriteWkb(ref RecordReader from, IBufferWriter<byte> to)
    {
        var parts = (int)from.ReadWhole();
        var kind = parts == 1 ? Wkb.Kind.Polygon : Wkb.Kind.MultiPolygon;
        if (parts != 1) Wkb.WriteHead(to, kind, parts);
        for (var part = 0; part < parts; part++)
        {
            var rings = (int)from.ReadWhole();
            Wkb.WriteHead(to, Wkb.Kind.Polygon, rings);
            for (var ring = 0; ring < rings; ring++) WriteRing(ref from, to);
        }
        return kind;
    }

    private static void Write(IBufferWriter<byte> to, Vertex[] ring)
    {
        var across = ring[0].Y == ring[1].Y;
        to.WriteWhole(ring.Length);
        to.WriteWhole(across ? 1 : 0);
        to.WriteWhole((long)ring[0].X);
        to.WriteWhole((long)ring[0].Y);
        for (var first = 1; first < ring.Length; first += Batch)
        {
            var last = Math.Min(first + Batch, ring.Length);
            var bytes = to.GetSpan((last - first) * RecordWriting.LongestVarint);
            var used = 0;
            for (var i = first; i < last; i++, across = !across)
                used += RecordWriting.Put(bytes[used..], (long)(across ? ring[i].X - ring[i - 1].X : ring[i].Y - ring[i - 1].Y));
            to.Advance(used);
        }
    }

    private static void WriteRing(ref RecordReader from, IBufferWriter<byte> to)
    {
        var count = (int)from.ReadWhole();
        var across = from.ReadWhole() == 1;
        var (x, y) = ((double)from.ReadWhole(), (double)from.ReadWhole());
        Wkb.WriteCount(to, count + 1);
        var bytes = to.GetSpan((count + 1) * Wkb.VertexBytes);
        Wkb.Put(bytes, new Vertex(x, y));
        Wkb.Put(bytes[(count * Wkb.VertexBytes)..], new Vertex(x, y));
        for (var i = 1; i < count; i++, across = !across)
        {
            var step = from.ReadWhole();
            if (across) x += step;
            else y += step;
            Wkb.Put(bytes[(i * Wkb.VertexBytes)..], new Vertex(x, y));
        }
        to.Advance((count + 1) * Wkb.VertexBytes);
    }
}
