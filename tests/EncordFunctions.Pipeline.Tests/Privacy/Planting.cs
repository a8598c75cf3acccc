using System.Text.Json.Nodes;

namespace EncordFunctions.Pipeline.Tests.Privacy;

/// <summary>Plants markers in one row.</summary>
internal sealed class Planting(JsonObject row, Markers markers)
{
    private int _named;

    public void Row()
    {
        row["assigned_user_email"] = Markers.Person;
        row["last_actioned_by_user_email"] = markers.Email("last_actioned_by_user_email");
        row["export_history"] = new JsonArray(new JsonObject { ["export_hash"] = "h", ["user_email"] = markers.Email("export_history") });
        row["video_link"] = markers.Url("video_link");
        row["image_sequence_link"] = markers.Url("image_sequence_link");
        row["images_data"] = new JsonArray(new JsonObject { ["data_link"] = markers.Url("images_data"), ["patient_id"] = markers.Patient("images_data") });
        row["client_metadata"] = Any("client_metadata");
        row["of_the_row"] = Any("extra of a row");
        Labels(row, isLabels: false);
        foreach (var unit in Members(row["data_units"])) Unit(unit, "data_link");
        foreach (var space in Members(row["spaces"])) Space(space);
        if ((string?)row["data_type"] == "scene") Camera();
    }

    private void Unit(JsonObject unit, string field)
    {
        unit["data_link"] = markers.Url(field);
        unit["data_links"] = new JsonArray(markers.Url("data_links"));
        unit["of_the_unit"] = Any("extra of a unit");
        if (unit["metadata"] is null)
            unit["metadata"] = new JsonObject { ["patient_id"] = markers.Patient("patient_id of a unit"), ["study_uid"] = "1.2", ["series_uid"] = "1.2.3" };
        if (((string?)row["data_type"])?.StartsWith("dicom", StringComparison.Ordinal) != true) return;
        foreach (var frame in Members(unit["labels"]))
        {
            var metadata = frame["metadata"] as JsonObject ?? [];
            metadata["dicom_instance_uid"] ??= "1.2.3.4";
            metadata["file_uri"] = markers.Url("file_uri");
            metadata["patient_id"] = markers.Patient("patient_id of a slice");
            frame["metadata"] = metadata.DeepClone();
        }
    }

    private void Space(JsonObject space)
    {
        space["metadata"] = new JsonObject { ["patient_id"] = markers.Patient("patient_id of a space") };
        space["of_the_unit"] = Any("extra of a unit");
        if (space["scene_info"] is JsonObject scene) scene["uri"] = markers.Url("uri of a scene");
    }

    /// <summary>A camera image of a scene goes by the link of its file.</summary>
    private void Camera()
    {
        foreach (var unit in Members(row["data_units"]))
        {
            if (unit["labels"] is not JsonObject { Count: > 0 } labels) continue;
            labels[markers.Url("stream of a scene")] = labels.First().Value!.DeepClone();
        }
    }

    private void Labels(JsonNode? node, bool isLabels)
    {
        if (node is JsonArray list)
        {
            foreach (var element in list) Labels(element, isLabels);
        }
        if (node is not JsonObject members) return;
        if (members.ContainsKey("createdBy") || (isLabels && (members.ContainsKey("objectHash") || members.ContainsKey("classificationHash")))) People(members);
        foreach (var (name, value) in members.ToArray()) Labels(value, isLabels || name == "labels");
    }

    private void People(JsonObject members)
    {
        var kind = members.ContainsKey("classificationHash") ? "a classification" : "an object";
        var isFirst = kind == "an object" && _named++ == 0;
        members["createdBy"] = isFirst ? Markers.Person : markers.Email($"createdBy of {kind}");
        members["lastEditedBy"] = markers.Email($"lastEditedBy of {kind}");
        if (kind == "an object") members["of_the_object"] = Any("extra of an object");
    }

    private JsonObject Any(string field) => new()
    {
        ["checked by"] = markers.Email(field),
        ["contact_email"] = new JsonArray(markers.Email(field)),
        ["file"] = markers.Url(field),
        ["data_link"] = markers.Url(field),
        [markers.Url(field)] = 1,
        ["weight"] = JsonNode.Parse("1.50"),
        ["study"] = new JsonArray(new JsonObject { ["patientId"] = markers.Patient(field), ["PatientID"] = 7 }),
    };

    private static JsonObject[] Members(JsonNode? map) => (map as JsonObject)?.Select(static pair => pair.Value).OfType<JsonObject>().ToArray() ?? [];
}
