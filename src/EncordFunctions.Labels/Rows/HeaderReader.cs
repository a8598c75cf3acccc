using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads the plain members of a row, one at a time.</summary>
internal sealed class HeaderReader
{
    private readonly MemberValues _values;

    public HeaderReader(MemberValues values) => _values = values;

    /// <summary>What was read so far.</summary>
    public LabelRowHeader Header { get; private set; } = new();

    /// <summary>Members that are known and neither read nor kept.</summary>
    public static bool IsIgnored(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("video_link"u8) || name.SequenceEqual("image_sequence_link"u8) || name.SequenceEqual("is_valid"u8)
        || name.SequenceEqual("is_shadow_data"u8) || name.SequenceEqual("export_history"u8) || name.SequenceEqual("spaces"u8)
        || name.SequenceEqual("scene"u8) || name.SequenceEqual("group_hash"u8) || name.SequenceEqual("workflow_graph_node"u8)
        || name.SequenceEqual("task_uuid"u8) || name.SequenceEqual("priority"u8) || name.SequenceEqual("client_metadata"u8)
        || name.SequenceEqual("images_data"u8) || name.SequenceEqual("file_type"u8) || name.SequenceEqual("assigned_user_email"u8)
        || name.SequenceEqual("last_actioned_by_user_email"u8);

    /// <summary>Reads the member's value if it is one of the header's.</summary>
    public bool TryRead(ReadOnlySpan<byte> name, ref JsonCursor json)
    {
        if (name.SequenceEqual("label_hash"u8)) Header = Header with { LabelHash = _values.Text(ref json, "") };
        else if (name.SequenceEqual("branch_name"u8)) Header = Header with { BranchName = _values.Text(ref json, "") };
        else if (name.SequenceEqual("data_hash"u8)) Header = Header with { DataHash = _values.Text(ref json, "") };
        else if (name.SequenceEqual("dataset_hash"u8)) Header = Header with { DatasetHash = _values.Text(ref json, "") };
        else if (name.SequenceEqual("dataset_title"u8)) Header = Header with { DatasetTitle = _values.Text(ref json, "") };
        else if (name.SequenceEqual("data_title"u8)) Header = Header with { DataTitle = _values.Text(ref json, "") };
        else if (name.SequenceEqual("data_type"u8)) Header = Header with { DataType = RowModality.Canonical(_values.Text(ref json, "")) };
        else if (name.SequenceEqual("is_image_sequence"u8)) Header = Header with { IsImageSequence = _values.Flag(ref json, "") };
        else if (name.SequenceEqual("label_status"u8)) Header = Header with { LabelStatus = _values.Text(ref json, "") };
        else if (name.SequenceEqual("annotation_task_status"u8)) Header = Header with { AnnotationTaskStatus = _values.Text(ref json, "") };
        else if (name.SequenceEqual("created_at"u8)) Header = Header with { CreatedAt = _values.Date(ref json, "") };
        else if (name.SequenceEqual("last_edited_at"u8)) Header = Header with { LastEditedAt = _values.Date(ref json, "") };
        else if (name.SequenceEqual("export_hash"u8)) Header = Header with { ExportHash = _values.Text(ref json, "") };
        else if (name.SequenceEqual("exported_at"u8)) Header = Header with { ExportedAt = _values.Date(ref json, "") };
        else return false;
        return true;
    }
}
