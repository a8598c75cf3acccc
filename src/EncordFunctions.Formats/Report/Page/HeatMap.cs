using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>Where on their frames labels lie, as a picture in eight shades.</summary>
internal static class HeatMap
{
    private const int Shades = 8;
    private const int Side = DensityMap.Side;

    public static void Write(MarkupWriter page, DensityMap density)
    {
        var cells = density.Cells();
        var most = Math.Max(1, cells.Max());
        var (x, y) = Middle(cells);
        page.Write($"<figure><figcaption><b>Place.</b> How many boxes lie over each part of a frame, all frames laid on each other; ");
        page.Write($"at most {most:N0}.</figcaption>\n<svg class=\"heat\" role=\"img\" viewBox=\"0 0 {Side} {Side}\"><title>Density of labels over ");
        page.Write($"the frame: the middle of them is {x:N0} % from the left and {y:N0} % from the top.</title>");
        // One path a shade, and a rectangle a run of cells: a path for each cell would be forty times as long.
        for (var shade = 1; shade <= Shades; shade++)
        {
            var begun = false;
            for (var row = 0; row < Side; row++)
            {
                for (var cell = 0; cell < Side;)
                {
                    var run = 0;
                    while (cell + run < Side && Shade(cells[(row * Side) + cell + run], most) == shade) run++;
                    if (run > 0)
                    {
                        if (!begun) page.Write($"<path class=\"h{shade}\" d=\"");
                        page.Write($"M{cell} {row}h{run}v1h-{run}z");
                        begun = true;
                    }
                    cell += Math.Max(1, run);
                }
            }
            if (begun) page.Write($"\"/>");
        }
        page.Write($"</svg>\n<div class=\"scale\" aria-hidden=\"true\"><span>none</span>");
        for (var shade = 1; shade <= Shades; shade++) page.Write($"<i class=\"h{shade}\"></i>");
        page.Write($"<span>{most:N0}</span></div></figure>\n");
    }

    private static int Shade(long count, long most) => count == 0 ? 0 : 1 + (int)(((count * Shades) - 1) / most);

    private static (long X, long Y) Middle(long[] cells)
    {
        var (sum, x, y) = (0.0, 0.0, 0.0);
        for (var i = 0; i < cells.Length; i++)
        {
            sum += cells[i];
            x += cells[i] * ((i % Side) + 0.5);
            y += cells[i] * ((i / Side) + 0.5);
        }
        return sum == 0 ? (50, 50) : ((long)Math.Round(x / sum / Side * 100), (long)Math.Round(y / sum / Side * 100));
    }
}
