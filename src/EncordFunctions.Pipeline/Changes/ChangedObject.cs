using EncordFunctions.Formats.Changes;
using EncordFunctions.Pipeline.Rows;

namespace EncordFunctions.Pipeline.Changes;

/// <summary>An object whose hashes differ, or which one side has not.</summary>
/// <param name="ObjectHash">Its identity.</param>
/// <param name="Earlier">What the earlier export had; null where it was added.</param>
/// <param name="Track">What the row has; null where it was removed.</param>
internal sealed record ChangedObject(string ObjectHash, EarlierObject? Earlier, ObjectTrack? Track)
{
    public bool IsRelabelled => Differs(Earlier?.Class, Track?.Hashes.Class);

    public bool IsMoved => Differs(Earlier?.Geometry, Track?.Hashes.Geometry);

    /// <summary>Whether attributes that hold for all of it differ.</summary>
    public bool HasOtherAttributes => Differs(Earlier?.Static, Track?.Hashes.Attributes);

    /// <summary>Whether attributes that hold on some frames differ, or the frames they are told for.</summary>
    public bool HasOtherDynamic => Differs(Earlier?.Dynamic, Track?.Hashes.Dynamic);

    /// <summary>Whether both sides have it alike.</summary>
    public bool IsSame => Earlier is not null && Track is not null && !IsRelabelled && !IsMoved && !HasOtherAttributes && !HasOtherDynamic;

    /// <summary>Whether its annotations must be looked at to say what differs.</summary>
    public bool NeedsAnnotations => IsMoved || HasOtherDynamic;

    /// <summary>The change to write.</summary>
    /// <param name="change">The members that all changes of the row have alike, and the object's hash.</param>
    /// <param name="difference">What its annotations say; null where they were not looked at.</param>
    /// <param name="noDifference">Why they could not be.</param>
    public ObjectChange ToChange(ObjectChange change, ObjectDifference? difference, string? noDifference)
    {
        var isCut = HasOtherAttributes && (Earlier!.IsCut || ObjectTally.Whole(Track!.Attributes) is null != Track.Attributes is null);
        var attributes = HasOtherAttributes && !isCut ? StaticDifferences.Of(Earlier!.Attributes, Track!.Attributes) : [];
        return change with
        {
            Kinds = [.. Kinds(difference)],
            Before = Earlier?.State,
            After = Track is null ? null : ObjectTally.StateOf(Track),
            Iou = IsMoved ? difference?.Iou : null,
            Distance = IsMoved ? difference?.Distance : null,
            FramesCompared = difference?.FramesCompared,
            FramesAdded = difference?.FramesAdded,
            FramesRemoved = difference?.FramesRemoved,
            Attributes = [.. attributes, .. difference?.Dynamic ?? []],
            Reason = NeedsAnnotations && difference is null ? noDifference : isCut ? ChangeReason.TooLong : null,
        };
    }

    private IEnumerable<ChangeKind> Kinds(ObjectDifference? difference)
    {
        if (Earlier is null) yield return ChangeKind.Added;
        if (Track is null) yield return ChangeKind.Removed;
        if (IsMoved) yield return ChangeKind.Moved;
        if (IsRelabelled) yield return ChangeKind.Relabelled;
        if (HasOtherAttributes || (HasOtherDynamic && !IsOfFramesAlone(difference))) yield return ChangeKind.Reattributed;
    }

    // An attribute that holds over a range is told on each of its frames: on a frame more it is told once more, and is the same.
    private static bool IsOfFramesAlone(ObjectDifference? difference) => difference is { Dynamic.Count: 0 } and ({ FramesAdded: > 0 } or { FramesRemoved: > 0 });

    private bool Differs(string? before, UInt128? now) => Earlier is not null && now is { } hash && before != ContentHash.Text(hash);
}
