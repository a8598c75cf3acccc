using System.Globalization;
using System.Text.Json;

namespace EncordFunctions.Local.Sample;

/// <summary>
/// One label row of a long video, for tests and measurements: the same objects on every frame, boxes and polygons by turns, about 1 KB each.
/// It is written frame by frame, so that memory does not grow with it; 100,000 frames of 20 objects come to 2 GB.
/// </summary>
public sealed class HugeRow
{
    private const int Width = 1920;
    private const int Height = 1080;
    private const int Corners = 16;

    private readonly int _frames;
    private readonly int _objects;

    private HugeRow(int frames, int objects) => (_frames, _objects) = (frames, objects);

    /// <summary>Plans a row; the same numbers give the same bytes.</summary>
    public static HugeRow Create(int frames, int objects) => new(frames, objects);

    /// <summary>Writes it. The stream need not seek.</summary>
    public async Task<LoadTotals> WriteAsync(Stream to, CancellationToken cancellationToken)
    {
        var json = new Utf8JsonWriter(to, new JsonWriterOptions { SkipValidation = true });
        await using (json)
        {
            Begin(json);
            for (var frame = 0; frame < _frames; frame++)
            {
                json.WriteStartObject(frame.ToString(CultureInfo.InvariantCulture));
                json.WriteStartArray("objects");
                for (var number = 0; number < _objects; number++)
                    Object(json, frame, number);
                json.WriteEndArray();
                json.WriteStartArray("classifications");
                json.WriteEndArray();
                json.WriteEndObject();
                await json.FlushAsync(cancellationToken);
            }
            End(json);
            await json.FlushAsync(cancellationToken);
            var polygons = _frames * (_objects / 2);
            return new LoadTotals(
                1,
                new SortedDictionary<string, int>(StringComparer.Ordinal) { ["bounding_box"] = (_frames * _objects) - polygons, ["polygon"] = polygons },
                0,
                0,
                json.BytesCommitted);
        }
    }

    private void Begin(Utf8JsonWriter json)
    {
        var (title, unit) = ($"huge-{_frames}-{_objects}.mp4", Hashes.Long($"huge/{_frames}/{_objects}"));
        json.WriteStartObject();
        json.WriteString("label_hash", Hashes.Long($"label/{title}"));
        json.WriteString("branch_name", "main");
        json.WriteString("data_title", title);
        json.WriteString("data_hash", unit);
        json.WriteString("data_type", "video");
        json.WriteStartObject("data_units");
        json.WriteStartObject(unit);
        json.WriteString("data_hash", unit);
        json.WriteString("data_title", title);
        json.WriteString("data_type", "video/mp4");
        json.WriteNumber("data_sequence", 0);
        json.WriteStartObject("labels");
    }

    /// <summary>What the vendor's server writes behind the labels: the size that everything before was scaled by, and the answers.</summary>
    private void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteNumber("data_fps", 25);
        json.WriteNumber("data_duration", _frames / 25.0);
        json.WriteNumber("width", Width);
        json.WriteNumber("height", Height);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("object_answers");
        for (var number = 0; number < _objects; number++)
        {
            json.WriteStartObject(HashOf(number));
            json.WriteString("objectHash", HashOf(number));
            json.WriteStartArray("classifications");
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartObject("classification_answers");
        json.WriteEndObject();
        json.WriteStartObject("object_actions");
        json.WriteEndObject();
        json.WriteString("label_status", "LABELLED");
        json.WriteEndObject();
    }

    private static void Object(Utf8JsonWriter json, int frame, int number)
    {
        // Every object goes its own way around the picture.
        var (sin, cos) = Math.SinCos((frame * 0.01) + number);
        var (x, y) = (0.5 + (0.3 * cos), 0.5 + (0.3 * sin));
        var isBox = number % 2 == 0;
        json.WriteStartObject();
        json.WriteString("objectHash", HashOf(number));
        json.WriteString("featureHash", isBox ? "Y2FyYm94" : "Y2FycG9s");
        json.WriteString("name", isBox ? "Car" : "Car outline");
        json.WriteString("value", isBox ? "car" : "car_outline");
        json.WriteString("color", "#D33115");
        json.WriteString("shape", isBox ? "bounding_box" : "polygon");
        json.WriteNumber("confidence", 1);
        json.WriteString("createdBy", "ada@example.com");
        json.WriteString("createdAt", "Mon, 02 Mar 2026 09:00:00 GMT");
        json.WriteBoolean("manualAnnotation", frame % 10 == 0);
        if (isBox) Box(json, x, y);
        else Polygon(json, x, y);
        json.WriteEndObject();
    }

    private static void Box(Utf8JsonWriter json, double x, double y)
    {
        json.WriteStartObject("boundingBox");
        json.WriteNumber("x", x);
        json.WriteNumber("y", y);
        json.WriteNumber("w", 0.05);
        json.WriteNumber("h", 0.04);
        json.WriteEndObject();
    }

    /// <summary>Both spellings, as the vendor writes today.</summary>
    private static void Polygon(Utf8JsonWriter json, double x, double y)
    {
        Span<(double X, double Y)> ring = stackalloc (double X, double Y)[Corners];
        for (var corner = 0; corner < Corners; corner++)
        {
            var (sin, cos) = Math.SinCos(Math.Tau * corner / Corners);
            ring[corner] = (x + (0.04 * cos), y + (0.05 * sin));
        }
        json.WriteStartObject("polygon");
        for (var corner = 0; corner < Corners; corner++)
        {
            json.WriteStartObject(corner.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("x", ring[corner].X);
            json.WriteNumber("y", ring[corner].Y);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartArray("polygons");
        json.WriteStartArray();
        json.WriteStartArray();
        foreach (var (cornerX, cornerY) in ring)
        {
            json.WriteNumberValue(cornerX);
            json.WriteNumberValue(cornerY);
        }
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndArray();
    }

    private static string HashOf(int number) => Hashes.Short($"huge/{number}");
}
