using System.Globalization;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Tests.Support;

/// <summary>Everything an event says, as one line, so that readings can be compared.</summary>
public static class EventText
{
    public static string Of(RowEvent rowEvent) => rowEvent switch
    {
        RowEvent.AnnotationRead read => $"annotation {Of(read.Annotation)}",
        RowEvent.AnnotationSkipped skipped => $"skipped {Of(skipped.Issue)}",
        RowEvent.FrameRead read => $"frame {read.Unit.Hash} {read.Frame} {read.Slice}",
        RowEvent.ClassificationRead read => $"classification {Of(read.Classification)}",
        RowEvent.ClassificationSkipped skipped => $"classification skipped {Of(skipped.Issue)}",
        RowEvent.IssueFound found => $"found {Of(found.Issue)}",
        _ => throw new ArgumentOutOfRangeException(nameof(rowEvent)),
    };

    /// <summary>The same without the offsets, which differ where members are written in another order.</summary>
    public static string WithoutOffsets(RowEvent rowEvent) => Of(rowEvent switch
    {
        RowEvent.AnnotationSkipped skipped => new RowEvent.AnnotationSkipped(skipped.Issue with { Offset = 0 }),
        RowEvent.ClassificationSkipped skipped => new RowEvent.ClassificationSkipped(skipped.Issue with { Offset = 0 }),
        RowEvent.IssueFound found => new RowEvent.IssueFound(found.Issue with { Offset = 0 }),
        _ => rowEvent,
    });

    public static string Of(AttributeAnswer answer) =>
        $"{answer.Name}/{answer.FeatureHash}={Of(answer.Answer)}{(answer.Dynamic ? "*" : "")}{string.Concat(answer.Ranges.Select(range => $"@{range.Start}-{range.End}"))}";

    public static string Of(AnswerValue answer) => answer switch
    {
        AnswerValue.Options options => $"[{string.Join(",", options.Chosen.Select(option => option.FeatureHash ?? option.Name))}]",
        AnswerValue.Text text => $"'{text.Value}'",
        AnswerValue.Number number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        _ => "none",
    };

    private static string Of(Annotation annotation) => string.Join(" ",
        annotation.Unit.Hash, annotation.Frame, Of(annotation.Range), annotation.Position, annotation.ObjectHash, annotation.FeatureHash, annotation.Name,
        annotation.Value, annotation.Color, Of(annotation.Shape), annotation.Confidence, annotation.ManualAnnotation, annotation.CreatedBy, annotation.CreatedAt,
        annotation.LastEditedBy, annotation.LastEditedAt, string.Join(";", annotation.Attributes.Select(Of)), annotation.Event,
        annotation.Interpolate, annotation.Extra);

    private static string Of(Classification classification) => string.Join(" ",
        classification.ClassificationHash, classification.FeatureHash, classification.Name, classification.Value, classification.Space?.Hash,
        string.Join(",", classification.Ranges), string.Join(",", classification.HtmlRanges),
        classification.Confidence, classification.ManualAnnotation, classification.CreatedBy, classification.CreatedAt, classification.LastEditedBy,
        classification.LastEditedAt, string.Join(";", classification.Answers.Select(Of)));

    /// <summary><c>3-7</c>, <c>3-</c> without an end, <c>/p:1-/q:2</c> in HTML; empty where there is none.</summary>
    public static string Of(LabelRange? range) => range switch
    {
        LabelRange.Span span => $"{span.Start}-{span.End}",
        LabelRange.Html html => $"{html.Start.XPath}:{html.Start.Offset}-{html.End.XPath}:{html.End.Offset}",
        _ => "",
    };

    private static string Of(Shape shape) => shape switch
    {
        Polygon polygon => $"polygon {string.Join("|", polygon.Parts.Select(part => string.Join("/", part.Select(ring => string.Join(",", ring)))))}",
        Polyline polyline => $"polyline {string.Join(",", polyline.Points)}",
        Skeleton skeleton => $"skeleton {string.Join(",", skeleton.Points.Select(point => point.ToString()))}",
        Bitmask bitmask => $"bitmask {bitmask.Mask.Width} {bitmask.Mask.Height} {string.Join(",", bitmask.Mask.Runs.ToArray())}",
        _ => shape.ToString(),
    };

    private static string Of(Issue issue) =>
        $"{issue.Code.Id} {issue.Offset} {issue.Entry}{issue.Pointer} {issue.LabelHash} {issue.ObjectHash} {issue.Frame} {issue.Message}";
}
