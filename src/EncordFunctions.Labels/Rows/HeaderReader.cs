using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads the plain members of a row, one at a time.</summary>
internal sealed class HeaderReader
{
    private readonly MemberValues _values;
    private readonly HeaderParts _parts;

    public HeaderReader(MemberValues values)
    {
        _values = values;
        _parts = new HeaderParts(values);
    }

    /// <summary>What was read so far.</summary>
    public LabelRowHeader Header { get; private set; } = new();

    /// <summary>Members that are known and neither read nor kept: what the vendor stores of each image stands in its data unit too.</summary>
    public static bool IsIgnored(ReadOnlySpan<byte> name) => name.SequenceEqual("images_data"u8);

    /// <summary>Reads the member's value if it is one of the header's.</summary>
    public bool TryRead(ReadOnlySpan<byte> name, ref JsonCursor json) =>
        TryReadIdentity(name, ref json) || TryReadState(name, ref json) || TryReadExport(name, ref json) || TryReadTask(name, ref json);

    private bool TryReadIdentity(ReadOnlySpan<byte> name, ref JsonCursor json)
    {
        if (name.SequenceEqual("label_hash"u8)) Header = Header with { LabelHash = _values.Text(ref json, "") };
        else if (name.SequenceEqual("branch_name"u8)) Header = Header with { BranchName = _values.Text(ref json, "") };
        else if (name.SequenceEqual("data_hash"u8)) Header = Header with { DataHash = _values.Text(ref json, "") };
        else if (name.SequenceEqual("dataset_hash"u8)) Header = Header with { DatasetHash = _values.Text(ref json, "") };
        else if (name.SequenceEqual("dataset_title"u8)) Header = Header with { DatasetTitle = _values.Text(ref json, "") };
        else if (name.SequenceEqual("data_title"u8)) Header = Header with { DataTitle = _values.Text(ref json, "") };
        else if (name.SequenceEqual("group_hash"u8)) Header = Header with { GroupHash = _values.Text(ref json, "") };
        else if (name.SequenceEqual("data_type"u8)) Header = Header with { DataType = RowModality.Canonical(_values.Text(ref json, "")) };
        else return false;
        return true;
    }

    private bool TryReadState(ReadOnlySpan<byte> name, ref JsonCursor json)
    {
        if (name.SequenceEqual("is_image_sequence"u8)) Header = Header with { IsImageSequence = _values.Flag(ref json, "") };
        else if (name.SequenceEqual("is_valid"u8)) Header = Header with { IsValid = _values.Flag(ref json, "") ?? true };
        else if (name.SequenceEqual("is_shadow_data"u8)) Header = Header with { IsShadowData = _values.Flag(ref json, "") ?? false };
        else if (name.SequenceEqual("label_status"u8)) Header = Header with { LabelStatus = _values.Text(ref json, "") };
        else if (name.SequenceEqual("annotation_task_status"u8)) Header = Header with { AnnotationTaskStatus = _values.Text(ref json, "") };
        else if (name.SequenceEqual("created_at"u8)) Header = Header with { CreatedAt = _values.Date(ref json, "") };
        else if (name.SequenceEqual("last_edited_at"u8)) Header = Header with { LastEditedAt = _values.Date(ref json, "") };
        else if (name.SequenceEqual("file_type"u8)) Header = Header with { FileType = _values.Text(ref json, "") };
        else if (name.SequenceEqual("scene"u8)) Header = Header with { IsContinuous = _parts.IsContinuous(ref json) };
        else return false;
        return true;
    }

    private bool TryReadExport(ReadOnlySpan<byte> name, ref JsonCursor json)
    {
        if (name.SequenceEqual("export_hash"u8)) Header = Header with { ExportHash = _values.Text(ref json, "") };
        else if (name.SequenceEqual("exported_at"u8)) Header = Header with { ExportedAt = _values.Date(ref json, "") };
        else if (name.SequenceEqual("export_history"u8)) Header = Header with { ExportHistory = _parts.ExportHistory(ref json) };
        else if (name.SequenceEqual("video_link"u8)) Header = Header with { VideoLink = _parts.Link(ref json) ?? Header.VideoLink };
        // The vendor's page calls the link of a sequence so; every real row has it as video_link.
        else if (name.SequenceEqual("image_sequence_link"u8)) Header = Header with { VideoLink = Header.VideoLink ?? _parts.Link(ref json) };
        else return false;
        return true;
    }

    private bool TryReadTask(ReadOnlySpan<byte> name, ref JsonCursor json)
    {
        if (name.SequenceEqual("workflow_graph_node"u8)) Header = Header with { WorkflowNode = _parts.WorkflowNode(ref json) };
        else if (name.SequenceEqual("task_uuid"u8)) Header = Header with { TaskUuid = _values.Text(ref json, "") };
        else if (name.SequenceEqual("priority"u8)) Header = Header with { Priority = _values.Number(ref json, "") };
        else if (name.SequenceEqual("client_metadata"u8)) Header = Header with { ClientMetadata = _parts.ClientMetadata(ref json) };
        else if (name.SequenceEqual("assigned_user_email"u8)) Header = Header with { AssignedUserEmail = _values.Text(ref json, "") };
        else if (name.SequenceEqual("last_actioned_by_user_email"u8)) Header = Header with { LastActionedByUserEmail = _values.Text(ref json, "") };
        else return false;
        return true;
    }
}
