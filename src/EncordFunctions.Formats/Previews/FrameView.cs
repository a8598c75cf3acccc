using EncordFunctions.Formats.Markup;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Previews;

/// <summary>How a frame is laid on a picture.</summary>
/// <param name="Width">Of the frame on the picture.</param>
/// <param name="Height">Of the frame on the picture.</param>
/// <param name="Scale">Picture units a pixel; of a frame of unknown size, a whole side.</param>
/// <param name="Decimals">Digits behind the point that coordinates need.</param>
/// <param name="Tolerance">How far a simplified outline may be from the true one, in picture units; 0 for not at all.</param>
internal readonly record struct FrameView(double Width, double Height, double Scale, int Decimals, double Tolerance)
{
    private const double UnitSide = 1000;

    /// <summary>The unit of sizes, of strokes and letters: a hundredth of the longer side, less on a narrow frame.</summary>
    public double Unit => Math.Min(Math.Max(Width, Height), 3 * Math.Min(Width, Height)) / 100;

    /// <summary>A frame pixel by pixel. One of unknown size is a square of a thousand by a thousand, for its coordinates are fractions.</summary>
    public static FrameView Full(FrameSize frame) => frame.IsKnown
        ? new FrameView(frame.Width, frame.Height, 1, Math.Max(frame.Width, frame.Height) switch { >= 800 => 1, >= 80 => 2, _ => 3 }, 0)
        : new FrameView(UnitSide, UnitSide, UnitSide, 1, 0);

    /// <summary>A frame so small that its longer side is <paramref name="side"/>.</summary>
    public static FrameView Small(FrameSize frame, double side)
    {
        if (!frame.IsKnown) return new FrameView(side, side, side, 0, 1);
        var scale = side / Math.Max(frame.Width, frame.Height);
        return new FrameView(frame.Width * scale, frame.Height * scale, scale, 0, 1);
    }

    /// <summary>Writes a coordinate or a length.</summary>
    public void Write(MarkupWriter to, double pixels) => to.Number(pixels * Scale, Decimals);

    /// <summary>Writes a point as <c>x y</c>.</summary>
    public void Write(MarkupWriter to, Vertex at)
    {
        Write(to, at.X);
        to.Raw(" "u8);
        Write(to, at.Y);
    }
}
