using System.Globalization;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Tests.Support;

/// <summary>Reads the data of an SVG path as the standard says it: M, m, L, l, H, h, V, v and z, numbers parted by spaces, commas or signs alone.</summary>
internal static class SvgPath
{
    public static IReadOnlyList<IReadOnlyList<Vertex>> Read(string data)
    {
        var rings = new List<List<Vertex>>();
        var (at, x, y, command) = (0, 0.0, 0.0, 'M');
        while (at < data.Length)
        {
            if (char.IsLetter(data[at])) command = data[at++];
            if (command is 'z' or 'Z')
            {
                (x, y) = (rings[^1][0].X, rings[^1][0].Y);
                continue;
            }
            var relative = char.IsLower(command);
            var (dx, dy) = char.ToLowerInvariant(command) switch
            {
                'h' => (Number(data, ref at), relative ? 0 : y),
                'v' => (relative ? 0 : x, Number(data, ref at)),
                _ => (Number(data, ref at), Number(data, ref at)),
            };
            (x, y) = relative ? (x + dx, y + dy) : (dx, dy);
            if (command is 'M' or 'm')
            {
                rings.Add([]);
                command = command == 'M' ? 'L' : 'l';
            }
            rings[^1].Add(new Vertex(x, y));
            while (at < data.Length && data[at] is ' ' or ',') at++;
        }
        return rings;
    }

    /// <summary>Whether a point is inside by the rule evenodd.</summary>
    public static bool Covers(IEnumerable<IReadOnlyList<Vertex>> rings, double x, double y)
    {
        var inside = false;
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Count; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
                if (a.Y > y != b.Y > y && x < a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X))) inside = !inside;
            }
        }
        return inside;
    }

    private static double Number(string data, ref int at)
    {
        while (data[at] is ' ' or ',') at++;
        var start = at;
        if (data[at] is '-' or '+') at++;
        while (at < data.Length && (char.IsAsciiDigit(data[at]) || data[at] == '.')) at++;
        return double.Parse(data.AsSpan(start, at - start), CultureInfo.InvariantCulture);
    }
}
