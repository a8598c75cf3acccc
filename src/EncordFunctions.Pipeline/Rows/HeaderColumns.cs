using Azure.Data.Tables;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>The header of a label row as columns. What a row does not have is no column of it.</summary>
internal static class HeaderColumns
{
    private const int TextChars = 8_000;

    public static void Add(TableEntity entity, LabelRowHeader header)
    {
        Add("LabelHash", header.LabelHash);
        Add("BranchName", header.BranchName);
        Add("DataHash", header.DataHash);
        Add("DataTitle", header.DataTitle);
        Add("DataType", header.DataType);
        Add("DatasetHash", header.DatasetHash);
        Add("DatasetTitle", header.DatasetTitle);
        Add("GroupHash", header.GroupHash);
        Add("FileType", header.FileType);
        Add("VideoLink", header.VideoLink);
        Add("LabelStatus", header.LabelStatus);
        Add("AnnotationTaskStatus", header.AnnotationTaskStatus);
        Add("WorkflowStage", header.WorkflowNode?.Title);
        Add("WorkflowStageUuid", header.WorkflowNode?.Uuid);
        Add("TaskUuid", header.TaskUuid);
        Add("AssignedUserEmail", header.AssignedUserEmail);
        Add("LastActionedByUserEmail", header.LastActionedByUserEmail);
        Add("ExportHash", header.ExportHash);
        Add("ExportHistory", HistoryJson.Write(header.ExportHistory));
        AddWhole("ClientMetadata", header.ClientMetadata);
        AddWhole("Extra", header.Extra);
        entity["Priority"] = header.Priority;
        entity["IsImageSequence"] = header.IsImageSequence;
        entity["IsValid"] = header.IsValid;
        entity["IsShadowData"] = header.IsShadowData;
        entity["IsContinuous"] = header.IsContinuous;
        entity["CreatedAt"] = StorageLimits.Clamp(header.CreatedAt);
        entity["LastEditedAt"] = StorageLimits.Clamp(header.LastEditedAt);
        entity["ExportedAt"] = StorageLimits.Clamp(header.ExportedAt);

        void Add(string column, string? text) => entity[column] = StorageLimits.Cut(text, TextChars);

        // JSON that is cut is no JSON.
        void AddWhole(string column, string? json) => entity[column] = json?.Length > StorageLimits.TextChars ? null : json;
    }
}
