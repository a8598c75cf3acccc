namespace EncordFunctions.Labels.Rows;

/// <summary>The members of a label row beside its labels and answers. Hardly any is in rows of every age.</summary>
public sealed record LabelRowHeader
{
    /// <summary>Identity of the row.</summary>
    public string? LabelHash { get; init; }

    /// <summary>Consensus branch; absent in old rows.</summary>
    public string? BranchName { get; init; }

    /// <summary>Identity of the data, shared by all branches. Never a join key on its own.</summary>
    public string? DataHash { get; init; }

    /// <summary>Identity of the dataset.</summary>
    public string? DatasetHash { get; init; }

    /// <summary>Title of the dataset.</summary>
    public string? DatasetTitle { get; init; }

    /// <summary>Title of the data.</summary>
    public string? DataTitle { get; init; }

    /// <summary>The vendor's data type, aliases resolved (<c>image_group</c> is <c>img_group</c>).</summary>
    public string? DataType { get; init; }

    /// <summary>True: image sequence; false: image group; null: anything else.</summary>
    public bool? IsImageSequence { get; init; }

    /// <summary>Label status; unknown values are kept as text.</summary>
    public string? LabelStatus { get; init; }

    /// <summary>Task status, where the emitter writes it.</summary>
    public string? AnnotationTaskStatus { get; init; }

    /// <summary>When the row was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the row was last edited.</summary>
    public DateTimeOffset? LastEditedAt { get; init; }

    /// <summary>Identity the vendor gave this export.</summary>
    public string? ExportHash { get; init; }

    /// <summary>When the vendor made this export.</summary>
    public DateTimeOffset? ExportedAt { get; init; }

    /// <summary>Exports of the row, newest first. Some rows list the one they came in, some do not.</summary>
    public IReadOnlyList<ExportRecord> ExportHistory { get; init; } = [];

    /// <summary>The workflow stage the row stands in.</summary>
    public WorkflowNode? WorkflowNode { get; init; }

    /// <summary>The vendor's task for the row.</summary>
    public string? TaskUuid { get; init; }

    /// <summary>The task's priority.</summary>
    public double? Priority { get; init; }

    /// <summary>What the customer stored beside the data: any JSON, as text without white space; null beyond 16 KiB.</summary>
    public string? ClientMetadata { get; init; }

    /// <summary>The data group the row is a child of.</summary>
    public string? GroupHash { get; init; }

    /// <summary>Whether the vendor holds the row valid; true where the export is silent.</summary>
    public bool IsValid { get; init; } = true;

    /// <summary>Whether the row is the benchmark's view of the data; false where the export is silent.</summary>
    public bool IsShadowData { get; init; }

    /// <summary>Where the vendor keeps the video, of videos and image sequences.</summary>
    public string? VideoLink { get; init; }

    /// <summary>MIME type of the data.</summary>
    public string? FileType { get; init; }

    /// <summary>Who the task is given to.</summary>
    public string? AssignedUserEmail { get; init; }

    /// <summary>Who worked on the task last.</summary>
    public string? LastActionedByUserEmail { get; init; }

    /// <summary>Whether a scene is continuous: its keys are nanoseconds and its objects live from event to event. Null where the row does not say.</summary>
    public bool? IsContinuous { get; init; }

    /// <summary>
    /// Members of the row and of its data units that the format is not known to have: <c>{"row":{...},"units":{"hash":{...}}}</c>, as JSON text of
    /// at most 16 KiB; what is past that is only counted. Null where there are none.
    /// </summary>
    public string? Extra { get; init; }
}
