using EncordFunctions.Formats.Markup;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Previews;

/// <summary>Writes outlines and lines as the data of SVG paths.</summary>
internal sealed class Rings(MarkupWriter to, FrameView view)
{
    /// <summary>A closed outline.</summary>
    public void Close(ReadOnlySpan<Vertex> ring)
    {
        Open(view.Tolerance > 0 ? Simpler.Ring(ring, view.Tolerance / view.Scale) : ring);
        to.Raw("Z"u8);
    }

    /// <summary>An open line.</summary>
    public void Line(ReadOnlySpan<Vertex> points) =>
        Open(view.Tolerance > 0 ? Simpler.Line(points, view.Tolerance / view.Scale) : points);

    private void Open(ReadOnlySpan<Vertex> points)
    {
        // Behind the first point of a path every further one is a line, without a letter of its own.
        for (var i = 0; i < points.Length; i++)
        {
            to.Raw(i == 0 ? "M"u8 : " "u8);
            view.Write(to, points[i]);
        }
    }
}
