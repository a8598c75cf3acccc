using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Local.Sample;

/// <summary>
/// One row of a load export: an image with a mixture of shapes as busy projects have it. Of fifty objects 15 are boxes, 15 polygons (every
/// fifth with a hole or a second part), 10 bitmasks, 5 skeletons, 3 rotated boxes, 1 is a line and 1 a point.
/// </summary>
internal sealed class LoadRow
{
    private static readonly (int Width, int Height)[] Sizes = [(1280, 720), (640, 480), (1920, 1080), (1024, 1024)];

    private readonly Random _random;
    private readonly int _width;
    private readonly int _height;
    private readonly RowBuilder _row;

    private LoadRow(int seed, int ordinal)
    {
        _random = new Random(HashCode(seed, ordinal));
        (_width, _height) = Sizes[ordinal % Sizes.Length];
        _row = RowBuilder.Image($"load-{seed}-{ordinal:D6}.jpg", _width, _height);
    }

    public static SampleRow Build(int seed, int ordinal, int objects)
    {
        var row = new LoadRow(seed, ordinal);
        for (var i = 0; i < objects; i++)
            row.Draw(((ordinal * objects) + i) % 50);
        return row._row.Classify("Weather", SampleAnswer.Radio("Sky", ordinal % 3 == 0 ? "Clear" : "Overcast")).Build();
    }

    /// <summary>Not System.HashCode, which differs from process to process.</summary>
    private static int HashCode(int seed, int ordinal) => unchecked((seed * 397) ^ (ordinal * 7919));

    private void Draw(int slot)
    {
        switch (slot)
        {
            case < 15:
                var (x, y, w, h) = Place();
                _row.Box(_row.Object("Car").With(SampleAnswer.Radio("Colour", slot % 2 == 0 ? "Red" : "Blue")), x, y, w, h);
                break;
            case < 30:
                Polygon(slot);
                break;
            case < 40:
                Mask();
                break;
            case < 45:
                var (feet, ground, tall) = (Between(0.2, 0.8) * _width, Between(0.5, 0.95) * _height, Between(0.1, 0.4) * _height);
                _row.Skeleton(_row.Object("Person"), Silhouettes.Person(feet, ground, tall));
                break;
            case < 48:
                (x, y, w, h) = Place();
                _row.RotatedBox(_row.Object("Sign"), x, y, w, h, Between(0, 360));
                break;
            case 48:
                var kerb = Enumerable.Range(0, 12).Select(i => new Vertex(_width * i / 12.0, Between(0.4, 0.6) * _height));
                _row.Polyline(_row.Object("Kerb"), [.. kerb]);
                break;
            default:
                _row.Point(_row.Object("Traffic light"), Between(0, 1) * _width, Between(0, 1) * _height);
                break;
        }
    }

    private void Polygon(int slot)
    {
        var (x, y, w, h) = Place();
        var outer = Silhouettes.Ring(x + (w / 2), y + (h / 2), w / 2.5, h / 2.5, _random.Next(12, 37), waver: 0.1);
        var hole = Silhouettes.Ring(x + (w / 2), y + (h / 2), w / 6, h / 6, 8);
        if (slot % 5 != 0)
            _row.Polygon(_row.Object("House"), outer);
        else if (slot % 2 == 0)
            _row.Polygons(_row.Object("House"), [[outer, hole]]);
        else
            _row.Polygons(_row.Object("House"), [[outer], [Silhouettes.Rectangle(1, 1, 9, 9)]]);
    }

    private void Mask()
    {
        // A blob with a wavering edge: as many runs as rows, each of its own length, which is what annotators' brushes leave.
        var (cx, cy) = (Between(0.3, 0.7) * _width, Between(0.3, 0.7) * _height);
        var radius = Between(0.08, 0.2) * _height;
        var phase = Between(0, 10);
        _row.MaskOfSpans(_row.Object("Tree"), y =>
        {
            var up = (y + 0.5 - cy) / radius;
            if (Math.Abs(up) >= 1) return (0, 0);
            var half = radius * Math.Sqrt(1 - (up * up)) * (1 + (0.1 * Math.Sin((y * 0.35) + phase)));
            return ((int)(cx - half), (int)(cx + half));
        });
    }

    private (double X, double Y, double W, double H) Place()
    {
        var (w, h) = (Between(0.03, 0.3) * _width, Between(0.03, 0.3) * _height);
        return (Between(0, 1) * (_width - w), Between(0, 1) * (_height - h), w, h);
    }

    private double Between(double low, double high) => low + (_random.NextDouble() * (high - low));
}
