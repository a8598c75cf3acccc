using System.Text.Json;

namespace EncordFunctions.Formats.Changes;

/// <summary>An object of a label row that differs from what an earlier export of the row had. It is a line of <c>changes.jsonl</c>.</summary>
public sealed record ObjectChange
{
    /// <summary>Identity of the row.</summary>
    public string? LabelHash { get; init; }

    /// <summary>The row's branch.</summary>
    public string? BranchName { get; init; }

    /// <summary>Identity of the row's data.</summary>
    public string? DataHash { get; init; }

    /// <summary>Title of the row's data.</summary>
    public string? DataTitle { get; init; }

    /// <summary>The row's place in this export.</summary>
    public required int Ordinal { get; init; }

    /// <summary>What it was compared with.</summary>
    public required EarlierPlace Earlier { get; init; }

    /// <summary>Identity of the object.</summary>
    public required string ObjectHash { get; init; }

    /// <summary>What became of it; at least one.</summary>
    public required IReadOnlyList<ChangeKind> Kinds { get; init; }

    /// <summary>What it was; null where it was added.</summary>
    public ObjectState? Before { get; init; }

    /// <summary>What it is; null where it was removed.</summary>
    public ObjectState? After { get; init; }

    /// <summary>
    /// Of what was moved: the intersection over the union of its geometry before and now, the mean over the frames it was on and is on, from 0 to
    /// 1. Null where nothing of it has an area, or where <see cref="Reason"/> says so.
    /// </summary>
    public double? Iou { get; init; }

    /// <summary>Of points, lines and skeletons that were moved: the mean distance in pixels; null where their points are not the same in number.</summary>
    public double? Distance { get; init; }

    /// <summary>On how many frames it was before and is now; null where that was not looked up.</summary>
    public long? FramesCompared { get; init; }

    /// <summary>On how many frames it is that it was not on.</summary>
    public long? FramesAdded { get; init; }

    /// <summary>On how many frames it was that it is not on any more.</summary>
    public long? FramesRemoved { get; init; }

    /// <summary>The attributes that differ.</summary>
    public IReadOnlyList<AttributeChange> Attributes { get; init; } = [];

    /// <summary>Why something of it could not be told, as <see cref="ChangeReason"/> has it; null where all could.</summary>
    public string? Reason { get; init; }

    /// <summary>Reads one: a line, or a record of the track that the join takes.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static ObjectChange Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ChangesJson.Default.ObjectChange) ?? throw new JsonException("A change is an object.");
}
