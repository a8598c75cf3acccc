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

    /// <summary>A loss: of a circle or an ellipse the format has but vertices.</summary>
    public static readonly LedgerReason CurveFlattened = new("curve_flattened", "Its round outline was written as short straight lines");

    /// <summary>A loss: several parts are joined to one outline.</summary>
    public static readonly LedgerReason PartsJoined = new("parts_joined", "Its parts were joined to one outline by bridges");

    /// <summary>A polygon whose outline runs up and down through a large frame thousands of times.</summary>
    public static readonly LedgerReason TooIntricate = new("too_intricate", "Its mask would have millions of runs");

    /// <summary>A box of 1e300 x 1e300 pixels.</summary>
    public static readonly LedgerReason NotFinite = new("not_finite", "Its area is beyond what a number can say");

    /// <summary>In a form that the vendor's own exporter writes: it reads no spaces.</summary>
    public static readonly LedgerReason OutsideDataUnits = new("outside_data_units", "It is on a space, and the vendor's exporter reads data units alone");

    /// <summary>A loss: the class's skeleton has no such point, and every instance must have the same ones.</summary>
    public static readonly LedgerReason PointsDropped = new("points_dropped", "Points that the skeleton of its class does not have were left out");

    /// <summary>A loss: a box in perspective is written as the outline around both its faces.</summary>
    public static readonly LedgerReason DepthDropped = new("depth_dropped", "The box in perspective was written as its outline");

    /// <summary>A loss: a row has more instances than are numbered.</summary>
    public static readonly LedgerReason TrackDropped = new("track_dropped", "Its row has too many objects for all of them to have a track number");

    /// <summary>Its class and its numbers stand on the same picture already, so that a loader drops one of them.</summary>
    public static readonly LedgerReason Repeated = new("repeated", "The same stands on the picture already");

    /// <summary>Of pictures and the like, where the format is about stretches of time and text.</summary>
    public static readonly LedgerReason OnFrame = new("on_frame", "It stands on a frame, not over a range");

    /// <summary>A loss: of a continuous scene only the stretch of time is told.</summary>
    public static readonly LedgerReason ShapeDropped = new("shape_dropped", "Its range was written, its shape was not");

    /// <summary>A frame of more pixels than are painted, or wider or higher than a mask may be.</summary>
    public static readonly LedgerReason FrameTooLarge = new("frame_too_large", "The frame has more pixels than are painted");

    /// <summary>A frame of more than 65,535 objects, or a row of more classes.</summary>
    public static readonly LedgerReason NoIndexLeft = new("no_index_left", "A picture has no more numbers for objects or classes");

    /// <summary>A loss: the picture has one number a pixel, so what is painted last is seen.</summary>
    public static readonly LedgerReason PaintedOver = new("painted_over", "It hides pixels of something painted before it");

    /// <summary>A preview has the first labelled frames only.</summary>
    public static readonly LedgerReason PastFirstFrames = new("past_first_frames", "It stands behind the first frames, which alone have pictures");

    /// <summary>A preview has at most 500 shapes and 1 MB.</summary>
    public static readonly LedgerReason PictureFull = new("picture_full", "The picture has as many shapes as one can show");

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
