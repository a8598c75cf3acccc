using System.Text.Json;

namespace EncordFunctions.Bench.Reading;

/// <summary>
/// Rows of images with nothing but boxes, as detection projects have them. It is the input with the most members to a byte of geometry,
/// and so the slowest to read of the common ones.
/// </summary>
internal static class BoxRows
{
    private const int BoxesPerRow = 50;
    private const int Width = 1920;
    private const int Height = 1080;

    private static readonly string[] Colors = ["#D33115", "#E27300", "#16406C", "#FE9200"];

    /// <summary>Writes the list of rows; the same number gives the same bytes.</summary>
    public static byte[] Write(int rows)
    {
        var random = new Random(7);
        var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            for (var row = 0; row < rows; row++)
            {
                Row(json, random, row);
                json.Flush();
            }
            json.WriteEndArray();
        }
        return bytes.ToArray();
    }

    private static void Row(Utf8JsonWriter json, Random random, int row)
    {
        var (hash, title) = ($"{row:x8}-5a1e-4c0b-9d57-b0e5b0e5b0e5", $"street-{row:D6}.jpg");
        json.WriteStartObject();
        json.WriteString("label_hash", $"{row:x8}-1abe-4c0b-9d57-b0e5b0e5b0e5");
        json.WriteString("data_title", title);
        json.WriteString("data_hash", hash);
        json.WriteString("data_type", "image");
        json.WriteStartObject("data_units");
        json.WriteStartObject(hash);
        json.WriteString("data_hash", hash);
        json.WriteString("data_title", title);
        json.WriteString("data_type", "image/jpeg");
        json.WriteNumber("data_sequence", 0);
        json.WriteStartObject("labels");
        json.WriteStartArray("objects");
        for (var box = 0; box < BoxesPerRow; box++) Box(json, random, $"{row % 10_000:D4}{box:D4}");
        json.WriteEndArray();
        json.WriteStartArray("classifications");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteNumber("width", Width);
        json.WriteNumber("height", Height);
        json.WriteEndObject();
        json.WriteEndObject();
        foreach (var answers in (string[])["object_answers", "classification_answers", "object_actions"])
        {
            json.WriteStartObject(answers);
            json.WriteEndObject();
        }
        json.WriteString("label_status", "LABELLED");
        json.WriteEndObject();
    }

    private static void Box(Utf8JsonWriter json, Random random, string hash)
    {
        var (w, h) = (0.01 + (0.2 * random.NextDouble()), 0.01 + (0.2 * random.NextDouble()));
        json.WriteStartObject();
        json.WriteString("name", "Car");
        json.WriteString("color", Colors[random.Next(Colors.Length)]);
        json.WriteString("shape", "bounding_box");
        json.WriteString("value", "car");
        json.WriteString("createdAt", $"Mon, 02 Mar 2026 09:{random.Next(60):D2}:{random.Next(60):D2} GMT");
        json.WriteString("createdBy", "ada@example.com");
        json.WriteNumber("confidence", 1);
        json.WriteString("objectHash", hash);
        json.WriteString("featureHash", "Y2FyYm94");
        json.WriteString("lastEditedAt", $"Tue, 03 Mar 2026 10:{random.Next(60):D2}:{random.Next(60):D2} GMT");
        json.WriteString("lastEditedBy", "grace@example.com");
        json.WriteBoolean("manualAnnotation", true);
        json.WriteStartObject("boundingBox");
        json.WriteNumber("x", (1 - w) * random.NextDouble());
        json.WriteNumber("y", (1 - h) * random.NextDouble());
        json.WriteNumber("w", w);
        json.WriteNumber("h", h);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
