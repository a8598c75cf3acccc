using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>Reads <c>segmentation</c>: runs in the text form of masks, off first, that select points of a cloud by their index.</summary>
internal static class Segmentations
{
    /// <summary>Reads the selected points.</summary>
    public static Shape? Read(ref JsonCursor json, GeometryContext context)
    {
        if (json.Peek() != JsonKind.Text)
        {
            context.FailKind(ref json, null, "a text");
            return null;
        }
        var at = json.At + 1;
        var raw = json.ReadText(out var escaped);
        var text = context.Unescape(raw, escaped);
        if (PointRuns.Read(text, out var ranges) is { } fault)
        {
            context.Fail(RunText.CodeOf(fault.Kind), at + RunText.IndexInRaw(raw, fault.At), null, fault.Message);
            return null;
        }
        if (ranges.Length > 0) return new Segmentation(ranges);
        context.Fail(IssueCatalogue.NoPointsSelected, at - 1, null, "The segmentation selects no point of the cloud.");
        return null;
    }
}
