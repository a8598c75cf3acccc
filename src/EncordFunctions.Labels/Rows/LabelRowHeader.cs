namespace EncordFunctions.Labels.Rows;

/// <summary>The members of a label row beside its labels and answers. Only <c>data_type</c> and <c>data_units</c> are truly always there.</summary>
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
}
