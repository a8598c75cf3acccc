using System.Text;

namespace EncordFunctions.Pipeline.Tests.Privacy;

/// <summary>Rows whose faults lie in the private members themselves, or whose private values stand where none is looked for.</summary>
internal static class FaultyRows
{
    private const string People = "\"createdBy\": null";

    public static byte[] Of(Markers markers)
    {
        var rows = $"[{string.Join(",\n", WrongKinds(markers), WrongKeys(markers), NoRow(markers), Broken(markers))}]";
        // Not UTF-8: half of a character.
        return [.. Encoding.UTF8.GetBytes(rows).Select(static b => b == (byte)'\u0011' ? (byte)0xC3 : b)];
    }

    private static string WrongKinds(Markers markers)
    {
        string E(string field) => markers.Email($"faulty {field}");
        string U(string field) => markers.Url($"faulty {field}");
        string[] objects =
        [
            Object("a", $$""" "createdBy": ["{{E("createdBy")}}"], "lastEditedBy": 7, "createdAt": "{{E("createdAt")}}", "lastEditedAt": "{{U("lastEditedAt")}}" """),
            Object("b", $$""" "createdBy": "{{E("long createdBy")}}{{new string('x', 1_000_000)}}", "{{E("object name")}}": "x", "confidence": "{{E("confidence")}}" """),
            Object("c", $$""" "createdBy": "{{E("repeated")}}", "createdBy": "{{E("repeated")}}{{'\u0011'}}", "manualAnnotation": "{{E("manual")}}" """),
            $"\"{E("no object")}\"",
        ];
        return $$"""
            {"label_hash": "faulty", "dataset_hash": "d", "data_hash": "f", "data_type": "image", "data_title": "f.png", "label_status": "LABELLED",
             "created_at": "{{E("created_at")}}", "last_edited_at": "{{new string('-', 50)}}{{E("last_edited_at")}}", "exported_at": "{{U("exported_at").Replace("/", "\\/", StringComparison.Ordinal)}}",
             "video_link": {"u": "{{U("video_link")}}"}, "assigned_user_email": ["{{E("assigned")}}"], "last_actioned_by_user_email": {"e": "{{E("actioned")}}"},
             "is_valid": "{{E("is_valid")}}", "priority": "{{U("priority")}}",
             "export_history": [{"user_email": ["{{E("history")}}"], "exported_at": "{{E("history date")}}"}, "{{E("history")}}"],
             "client_metadata": "{{E("long metadata")}}{{new string('x', 20_000)}}", "{{E("name")}}": 1, "{{U("name")}}": 2, "{{U("name")}}": 2,
             "data_units": {"f": {"data_hash": "f", "data_type": "image/png", "data_link": ["{{U("data_link")}}"], "data_sequence": "{{E("data_sequence")}}", "metadata": "{{markers.Patient("faulty metadata")}}",
               "width": 10, "height": 10, "labels": {"objects": [
                 {{string.Join(",", objects)}}], "classifications": []} } },
             "object_answers": {"a": {"objectHash": "{{U("objectHash")}}", "classifications": [], "spaces": {"{{U("space")}}": {"range": [[0, 1]]} } } }, "classification_answers": {}, "object_actions": {} }
            """;
    }

    private static string WrongKeys(Markers markers) => $$"""
        {"label_hash": "keys", "dataset_hash": "d", "data_hash": "k", "data_type": "video", "data_title": "k.mp4", "label_status": "LABELLED",
         "data_units": {"k": {"data_hash": "k", "data_type": "video/mp4", "width": 10, "height": 10, "labels": {
           "{{markers.Url("frame key")}}": {"objects": [{{Object("a", People)}}], "classifications": []},
           "{{markers.Email("frame key")}}": {"objects": [{{Object("a", People)}}], "classifications": []} } } },
         "object_answers": {}, "classification_answers": {}, "object_actions": {} }
        """;

    private static string NoRow(Markers markers) => $$"""{"{{markers.Email("no row")}}": 1, "{{markers.Url("no row")}}": 2, "{{new string('y', 50)}}{{markers.Email("no row")}}": 3 }""";

    private static string Broken(Markers markers) => $$"""
        {"label_hash": "broken", "assigned_user_email": "{{markers.Email("broken row")}}", "video_link": "{{markers.Url("broken row")}}", "client_metadata": {"patient_id": "{{markers.Patient("broken row")}}"},
         "data_units": {"{{markers.Url("broken row")}}": {"data_link": "{{markers.Url("broken row")}}" "x": 1} } }
        """;

    private static string Object(string hash, string members) =>
        $$"""{"objectHash": "{{hash}}", "featureHash": "f", "name": "Car", "value": "car", "shape": "bounding_box", "boundingBox": {"x": 0.1, "y": 0.1, "w": 0.2, "h": 0.2}, {{members}} }""";
}
