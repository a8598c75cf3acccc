using EncordFunctions.Formats.Markup;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Previews;

/// <summary>Writes outlines and lines as the data of SVG paths.</summary>
internal sealed class Rings(MarkupWriter to, FrameView view)
{
    private readonly double _steps = Math.Pow(10, view.Decimals);

    /// <summary>A closed outline.</summary>
    public void Close(ReadOnlySpan<Vertex> ring)
    {
        Open(view.Tolerance > 0 ? Simpler.Ring(ring, view.Tolerance / view.Scale) : ring);
        to.Raw("z"u8);
    }

    /// <summary>An open line.</summary>
    public void Line(ReadOnlySpan<Vertex> points) =>
        Open(view.Tolerance > 0 ? Simpler.Line(points, view.Tolerance / view.Scale) : points);

    // Every point behind the first is told by its distance from the one before as it was written, so that roundings don't add up: half as
    // many bytes as places have.
    private void Open(ReadOnlySpan<Vertex> points)
    {
        var (x, y) = (0L, 0L);
        var last = ' ';
        for (var i = 0; i < points.Length; i++)
        {
            var (nextX, nextY) = (Round(points[i].X), Round(points[i].Y));
            if (i == 0) last = Step('M', 'M', nextX, nextY);
            else if (nextX != x || nextY != y) last = Step(nextY == y ? 'h' : nextX == x ? 'v' : 'l', last, nextX - x, nextY - y);
            (x, y) = (nextX, nextY);
        }
        // A line of one place still shows, as a dot.
        if (last == 'M') to.Raw("h0"u8);
    }

    private char Step(char command, char last, long x, long y)
    {
        to.Raw(command switch { 'M' => "M"u8, 'h' => "h"u8, 'v' => "v"u8, _ => last != 'l' ? "l"u8 : x < 0 ? default : " "u8 });
        if (command != 'v') to.Number(x / _steps, view.Decimals);
        if (command is 'M' or 'l' && y >= 0) to.Raw(" "u8);
        if (command != 'h') to.Number(y / _steps, view.Decimals);
        return command;
    }

    private long Round(double pixels) => (long)Math.Round(Math.Clamp(pixels * view.Scale * _steps, -1e12, 1e12));
}
