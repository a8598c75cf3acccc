using System.Buffers;
using EncordFunctions.Formats.Json;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Formats.Coco;

/// <summary>Spells what a drawing holds as members of an annotation.</summary>
internal sealed class AnnotationJson(CocoOptions options)
{
    public void WriteGeometry(IBufferWriter<byte> to, CocoDrawing drawing)
    {
        to.Raw(drawing.IsCrowd ? "\"iscrowd\":1,\"area\":"u8 : "\"iscrowd\":0,\"area\":"u8);
        to.Number(drawing.Area);
        to.Raw(",\"bbox\":"u8);
        to.Box(drawing.Box);
        to.Raw(",\"segmentation\":"u8);
        if (drawing.Mask is { } mask) WriteMask(to, mask);
        else WriteRings(to, drawing.Rings);
        if (drawing.Keypoints is { } keypoints) WriteKeypoints(to, keypoints, drawing.KeypointCount);
        else if (options.AsVendor) to.Raw(",\"keypoints\":null,\"num_keypoints\":null"u8);
    }

    private static void WriteRings(IBufferWriter<byte> to, List<Vertex[]> rings)
    {
        to.Raw("["u8);
        for (var ring = 0; ring < rings.Count; ring++)
        {
            if (ring > 0) to.Raw(","u8);
            to.Ring(rings[ring]);
        }
        to.Raw("]"u8);
    }

    private static void WriteKeypoints(IBufferWriter<byte> to, List<(Vertex At, int Seen)> keypoints, int count)
    {
        to.Raw(",\"keypoints\":["u8);
        for (var at = 0; at < keypoints.Count; at++)
        {
            if (at > 0) to.Raw(","u8);
            to.Number(keypoints[at].At.X);
            to.Raw(","u8);
            to.Number(keypoints[at].At.Y);
            to.Raw(","u8);
            to.Whole(keypoints[at].Seen);
        }
        to.Raw("],\"num_keypoints\":"u8);
        to.Whole(count);
    }

    private void WriteMask(IBufferWriter<byte> to, Mask mask)
    {
        to.Raw("{\"size\":["u8);
        to.Whole(mask.Height);
        to.Raw(","u8);
        to.Whole(mask.Width);
        to.Raw("],\"counts\":"u8);
        if (options.ListCounts) WriteList(to, mask.ToColumnMajor());
        else to.Advance(CountsText.Write(mask.Utf8CocoCounts, to.GetSpan(CountsText.LongestOf(mask.Utf8CocoCounts.Length))));
        to.Raw("}"u8);
    }

    private static void WriteList(IBufferWriter<byte> to, int[] runs)
    {
        for (var run = 0; run < runs.Length; run++)
        {
            to.Raw(run == 0 ? "["u8 : ","u8);
            to.Whole(runs[run]);
        }
        to.Raw("]"u8);
    }
}
