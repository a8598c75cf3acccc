using System.Text.Json.Serialization;

namespace EncordFunctions.Formats.Changes;

/// <summary>What became of an object since an earlier export. One object may have been moved, relabelled and re-attributed at once.</summary>
public enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    [JsonStringEnumMemberName("added")]
    Added,

    /// <summary>It is not there any more, or nothing of it can be used any more.</summary>
    [JsonStringEnumMemberName("removed")]
    Removed,

    /// <summary>Something of where it is differs: its geometry on a frame, the frames or ranges it is on, its shape.</summary>
    [JsonStringEnumMemberName("moved")]
    Moved,

    /// <summary>It is of another class, or its class has another name.</summary>
    [JsonStringEnumMemberName("relabelled")]
    Relabelled,

    /// <summary>An attribute has another answer, one more or one less.</summary>
    [JsonStringEnumMemberName("reattributed")]
    Reattributed,
}
