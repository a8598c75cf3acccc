using System.Globalization;
using System.Text;

namespace EncordFunctions.Bench.Growth;

/// <summary>Draws the points as SVG: time for an annotation and memory, both over the size of the input. It follows the reader's light or dark.</summary>
internal sealed class GrowthPlot
{
    private const int Width = 860;
    private const int Height = 340;
    private const int PanelWidth = 330;
    private const int Top = 56;
    private const int Bottom = 280;
    private const double Megabyte = 1e6;

    private const string Style =
        """
        <style>
          svg { background: #ffffff; font: 12px system-ui, sans-serif; fill: #24292f; }
          .grid { stroke: #d8dee4; } .limit { stroke: #cf222e; stroke-dasharray: 5 4; } .limit-text { fill: #cf222e; }
          .line { fill: none; stroke-width: 2; } .title { font-weight: 600; font-size: 13px; }
          .s0 { stroke: #0969da; } .s1 { stroke: #bc4c00; } .s2 { stroke: #1a7f37; }
          .d0 { fill: #0969da; } .d1 { fill: #bc4c00; } .d2 { fill: #1a7f37; }
          @media (prefers-color-scheme: dark) {
            svg { background: #0d1117; fill: #e6edf3; }
            .grid { stroke: #30363d; } .limit { stroke: #ff7b72; } .limit-text { fill: #ff7b72; }
            .s0 { stroke: #58a6ff; } .s1 { stroke: #f0883e; } .s2 { stroke: #3fb950; }
            .d0 { fill: #58a6ff; } .d1 { fill: #f0883e; } .d2 { fill: #3fb950; }
          }
        </style>
        """;

    private readonly StringBuilder _svg = new();
    private readonly IGrouping<string, GrowthPoint>[] _series;
    private readonly IReadOnlyList<GrowthPoint> _points;

    private GrowthPlot(IReadOnlyList<GrowthPoint> points)
    {
        _points = points;
        _series = [.. points.GroupBy(static point => point.Series)];
    }

    public static string Draw(IReadOnlyList<GrowthPoint> points) => new GrowthPlot(points).Draw();

    private string Draw()
    {
        _svg.AppendLine(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" role="img">""");
        _svg.AppendLine("<title>Time for an annotation, and memory, over the size of the input</title>").AppendLine(Style);
        Panel(60, "CPU for an annotation, µs", static point => point.CpuMicroseconds, []);
        Panel(60 + PanelWidth + 100, "most memory, MB", static point => point.Outcome.PeakBytes / Megabyte, [128, 256]);
        for (var i = 0; i < _series.Length; i++)
        {
            var x = 60 + (i * 230);
            _svg.AppendLine(CultureInfo.InvariantCulture, $"""<circle class="d{i}" cx="{x}" cy="20" r="5"/>""");
            Text(x + 12, 24, _series[i].Key);
        }
        return _svg.AppendLine("</svg>").ToString();
    }

    private void Panel(double left, string title, Func<GrowthPoint, double> value, IReadOnlyList<double> limits)
    {
        var x = new LogAxis(_points.Select(static point => point.JsonBytes / Megabyte), left, left + PanelWidth);
        var y = new LogAxis(_points.Select(value).Concat(limits), Bottom, Top);
        Text(left, Top - 10, title, "title");
        foreach (var tick in x.Ticks)
        {
            Line("grid", x.Of(tick), Top, x.Of(tick), Bottom);
            Text(x.Of(tick), Bottom + 18, Size(tick), anchor: "middle");
        }
        foreach (var tick in y.Ticks)
        {
            Line("grid", left, y.Of(tick), left + PanelWidth, y.Of(tick));
            Text(left - 8, y.Of(tick) + 4, tick.ToString("#,0.##", CultureInfo.InvariantCulture), anchor: "end");
        }
        Text(left + (PanelWidth / 2.0), Bottom + 40, "JSON of the input", anchor: "middle");
        foreach (var limit in limits)
        {
            Line("limit", left, y.Of(limit), left + PanelWidth, y.Of(limit));
            Text(left + PanelWidth, y.Of(limit) - 5, $"{limit:N0} MB", "limit-text", "end");
        }
        foreach (var (i, series) in _series.Index())
        {
            var places = series.Select(point => (X: x.Of(point.JsonBytes / Megabyte), Y: y.Of(value(point)))).ToArray();
            _svg.AppendLine(
                CultureInfo.InvariantCulture,
                $"""<polyline class="line s{i}" points="{string.Join(' ', places.Select(static place => FormattableString.Invariant($"{place.X:F1},{place.Y:F1}")))}"/>""");
            foreach (var (px, py) in places) _svg.AppendLine(CultureInfo.InvariantCulture, $"""<circle class="d{i}" cx="{px:F1}" cy="{py:F1}" r="4"/>""");
        }
    }

    private static string Size(double megabytes) => megabytes < 1000
        ? $"{megabytes.ToString("0.##", CultureInfo.InvariantCulture)} MB"
        : $"{(megabytes / 1000).ToString("0", CultureInfo.InvariantCulture)} GB";

    private void Line(string kind, double x1, double y1, double x2, double y2) => _svg.AppendLine(
        CultureInfo.InvariantCulture, $"""<line class="{kind}" x1="{x1:F1}" y1="{y1:F1}" x2="{x2:F1}" y2="{y2:F1}"/>""");

    private void Text(double x, double y, string text, string kind = "", string anchor = "start") => _svg.AppendLine(
        CultureInfo.InvariantCulture, $"""<text class="{kind}" x="{x:F1}" y="{y:F1}" text-anchor="{anchor}">{text}</text>""");
}
