using System.Reflection;

namespace EncordFunctions.Formats.Ledger;

/// <summary>Why a derivative skips an annotation that holds, or what it loses of one it writes.</summary>
/// <param name="Word">The stable word, as it stands in the manifest.</param>
/// <param name="Title">The same for people, in one line.</param>
public sealed record LedgerReason(string Word, string Title)
{
    /// <summary>A PDF page, a camera of a scene, or an old row: what is in fractions can't be told in pixels.</summary>
    public static readonly LedgerReason NoFrameSize = new("no_frame_size", "The size of the frame is unknown, so there are no pixels");

    /// <summary>Of audio, text and time series, where the format is about pictures.</summary>
    public static readonly LedgerReason NoFrame = new("no_frame", "It stands over a range, not on a picture");

    /// <summary>A cuboid in COCO, a point in an area format.</summary>
    public static readonly LedgerReason NoFormForShape = new("no_form_for_shape", "The format has no form for its shape");

    /// <summary>It has no pixel, or no extent.</summary>
    public static readonly LedgerReason Empty = new("empty", "Nothing of it is on the picture");

    /// <summary>All of it is left of, right of, above or below the frame.</summary>
    public static readonly LedgerReason OutsideFrame = new("outside_frame", "All of it is outside the frame");

    /// <summary>A loss: what stood outside the frame was cut off.</summary>
    public static readonly LedgerReason Clipped = new("clipped", "What is outside the frame was cut off");

    /// <summary>A loss: the angle of a turned shape is not told.</summary>
    public static readonly LedgerReason RotationDropped = new("rotation_dropped", "The turned shape was written upright, as the box around it");

    /// <summary>A loss: a hole is joined to the outline by a cut of no width.</summary>
    public static readonly LedgerReason HoleBridged = new("hole_bridged", "Its holes were joined to the outline by bridges");

    /// <summary>A loss: several parts are joined to one outline.</summary>
    public static readonly LedgerReason PartsJoined = new("parts_joined", "Its parts were joined to one outline by bridges");

    /// <summary>Of changes: an older version of the pipeline wrote the earlier export.</summary>
    public static readonly LedgerReason EarlierWithoutHashes =
        new("earlier_without_hashes", "What the row is compared with was kept without content hashes, so what differs can't be told");

    /// <summary>Of changes: somebody deleted the objects of the earlier export.</summary>
    public static readonly LedgerReason EarlierObjectsGone =
        new("earlier_objects_gone", "The objects of the earlier export are not in the Objects table any more, so what differs can't be told");

    /// <summary>Every reason there is, for whoever explains a manifest.</summary>
    public static IReadOnlyList<LedgerReason> All => field ??=
    [
        .. typeof(LedgerReason).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static one => one.GetValue(null)).OfType<LedgerReason>(),
    ];
}
