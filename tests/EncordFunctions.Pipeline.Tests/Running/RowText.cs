using System.IO.Compression;
using System.Text;

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>Label rows as text, as small as they can be, and the archives around them.</summary>
public static class RowText
{
    // A zip that stands under a .json name is read as text, and the bytes of some dates begin a row: how many there are must not depend on the day.
    private static readonly DateTimeOffset Written = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>An image row with boxes, and with a bitmask where asked for.</summary>
    public static string Image(string label, int boxes = 1, bool mask = false, string edited = "2026-01-02 03:04:05", string dataset = "d1")
    {
        var objects = Enumerable.Range(0, boxes).Select(i => Box(label, i)).ToList();
        var answers = Enumerable.Range(0, boxes).Select(i => $$"""  "{{Hash(label, i)}}": {"objectHash": "{{Hash(label, i)}}", "classifications": []}""").ToList();
        if (mask)
        {
            objects.Add($$"""
                {"objectHash": "m/{{label}}+", "featureHash": "fMask", "name": "Leaf", "value": "leaf", "color": "#00FF00", "shape": "bitmask",
                 "createdAt": "Mon, 02 Oct 2023 13:47:45 UTC", "createdBy": "a@b.c", "confidence": 1, "manualAnnotation": true,
                 "bitmask": {"rleString": "033", "top": 0, "left": 0, "width": 3, "height": 2} }
                """);
            answers.Add($$""" "m/{{label}}+": {"objectHash": "m/{{label}}+", "classifications": []}""");
        }
        return $$"""
            {"label_hash": "{{label}}", "branch_name": "main", "dataset_hash": "{{dataset}}", "dataset_title": "Set", "data_title": "{{label}}.jpg",
             "data_hash": "data-{{label}}", "data_type": "image", "is_image_sequence": null, "video_link": null, "label_status": "LABELLED",
             "created_at": "2026-01-01 00:00:00", "last_edited_at": "{{edited}}",
             "data_units": {"data-{{label}}": {"data_hash": "data-{{label}}", "data_title": "{{label}}.jpg", "data_type": "image/jpeg", "data_sequence": 0,
              "width": 3, "height": 2, "labels": {"objects": [{{string.Join(",", objects)}}], "classifications": []} } },
             "object_answers": { {{string.Join(",", answers)}} }, "classification_answers": {}, "object_actions": {} }
            """;
    }

    /// <summary>The row of a data group with the children of those label hashes.</summary>
    public static string Group(string label, params string[] children)
    {
        var named = children.Select(static (child, cell) =>
            $$"""{"data_hash": "data-{{child}}", "label_hash": "{{child}}", "name": "{{child}}.jpg", "layout_key": "{{cell}}"}""");
        return $$"""
            {"label_hash": "{{label}}", "branch_name": "main", "dataset_hash": "d1", "dataset_title": "Set", "data_title": "{{label}}",
             "data_hash": "data-{{label}}", "data_type": "group", "label_status": "LABELLED",
             "created_at": "2026-01-01 00:00:00", "last_edited_at": "2026-01-02 03:04:05",
             "data_units": {"data-{{label}}": {"data_hash": "data-{{label}}", "data_title": "{{label}}", "data_type": "group", "data_sequence": 0,
              "metadata": {"children": [{{string.Join(",", named)}}]}, "labels": {} } },
             "object_answers": {}, "classification_answers": {}, "object_actions": {} }
            """;
    }

    /// <summary>An ontology with the two classes of <see cref="Image"/>.</summary>
    public static string Ontology(string carShape = "bounding_box") => $$"""
        {"objects": [
          {"id": "1", "name": "Car", "color": "#FF0000", "shape": "{{carShape}}", "featureNodeHash": "fBox", "attributes": []},
          {"id": "2", "name": "Leaf", "color": "#00FF00", "shape": "bitmask", "featureNodeHash": "fMask", "attributes": []} ],
         "classifications": []}
        """;

    public static string List(params string[] rows) => $"[{string.Join(",\n", rows)}]";

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = Written;
                using var to = entry.Open();
                to.Write(Bytes(content));
            }
        }
        return stream.ToArray();
    }

    private static string Hash(string label, int number) => $"{label}/{number}+";

    private static string Box(string label, int number) => $$"""
        {"objectHash": "{{Hash(label, number)}}", "featureHash": "fBox", "name": "Car", "value": "car", "color": "#FF0000", "shape": "bounding_box",
         "createdAt": "Mon, 02 Oct 2023 13:47:45 UTC", "createdBy": "a@b.c", "confidence": 1, "manualAnnotation": true,
         "boundingBox": {"x": 0.25, "y": 0.5, "w": 0.125, "h": 0.25} }
        """;
}
