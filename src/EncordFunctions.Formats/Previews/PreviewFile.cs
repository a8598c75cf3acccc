using System.Buffers;
using EncordFunctions.Formats.Markup;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Previews;

/// <summary>A picture as a file of its own: the frame to scale, what is on it, and a line below that says what one sees.</summary>
internal static class PreviewFile
{
    /// <summary>The size of a frame in words.</summary>
    public static string Extent(FrameSize size) => size.IsKnown ? $"{size.Width} × {size.Height} px" : "size unknown, drawn on a unit square";

    /// <summary>Writes it.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="picture">What is on the frame.</param>
    /// <param name="extent">How large the frame is, in words.</param>
    /// <param name="title">What the picture is of.</param>
    public static void Write(IBufferWriter<byte> to, Picture picture, string extent, string title)
    {
        var svg = new MarkupWriter(to);
        var (view, unit) = (picture.View, picture.View.Unit);
        var margin = 2 * unit;
        var (width, height) = (view.Width + (2 * margin), view.Height + (3 * margin) + unit);
        var count = picture.Drawn == 1 ? "1 label" : $"{picture.Drawn} labels";
        var rest = picture.LeftOut == 0 ? "" : $" · {picture.LeftOut} more left out: the picture is full";
        svg.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t d\" viewBox=\"{-margin} {-margin} {width} {height}\">\n");
        svg.Write($"<title id=\"t\">{title}</title>\n<desc id=\"d\">{count} on a frame, {extent}{rest}.</desc>\n");
        SvgStyle.Write(svg, unit);
        svg.Write($"<rect class=\"page\" x=\"{-margin}\" y=\"{-margin}\" width=\"{width}\" height=\"{height}\"/>\n");
        svg.Write($"<rect class=\"frame\" width=\"{view.Width}\" height=\"{view.Height}\"/>\n<g class=\"shapes\">\n");
        svg.Raw(picture.Shapes);
        svg.Write($"</g>\n<g class=\"names\">\n");
        svg.Raw(picture.Labels);
        svg.Write($"</g>\n<text class=\"line\" y=\"{view.Height + (3 * unit)}\">{title} · {extent} · {count}{rest}</text>\n</svg>\n");
    }
}
