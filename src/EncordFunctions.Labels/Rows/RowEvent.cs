using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Labels.Rows;

/// <summary>What the second reading of a row brings, one by one, so that a row of any size is never held.</summary>
public abstract record RowEvent
{
    private RowEvent()
    {
    }

    /// <summary>An annotation that holds.</summary>
    public sealed record AnnotationRead(Annotation Annotation) : RowEvent;

    /// <summary>An annotation that can't be used; the issue is the reason it is skipped.</summary>
    public sealed record AnnotationSkipped(Issue Issue) : RowEvent;

    /// <summary>
    /// A frame that the row lists, with labels or without; what stands on it has come before. An image that has no lists at all has none.
    /// </summary>
    /// <param name="Unit">The file it is of.</param>
    /// <param name="Frame">The frame.</param>
    /// <param name="Slice">The file of a DICOM slice, where the frame says which it is.</param>
    public sealed record FrameRead(DataUnit Unit, Frame Frame, SliceFile? Slice) : RowEvent;

    /// <summary>A classification that holds. They come last, when all frames are known.</summary>
    public sealed record ClassificationRead(Classification Classification) : RowEvent;

    /// <summary>A classification that can't be used; the issue is the reason it is skipped.</summary>
    public sealed record ClassificationSkipped(Issue Issue) : RowEvent;

    /// <summary>A finding that costs nothing: what it is about is used as it stands, or was never an annotation.</summary>
    public sealed record IssueFound(Issue Issue) : RowEvent;
}
