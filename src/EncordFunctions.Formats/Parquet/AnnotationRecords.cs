using System.Buffers;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Geometry;
using EncordFunctions.Formats.Json;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Parquet;

/// <summary>
/// The annotations of a label row as records: one for the row before the first of them, one wherever the file or the size of its frame
/// changes, and one for each. <see cref="AnnotationColumns"/> reads them.
/// </summary>
internal sealed class AnnotationRecords(FragmentTrack track, LabelRowHeader header) : IDisposable
{
    /// <summary>The first byte of a record of what several annotations have in common.</summary>
    public const byte PlaceMark = 1;

    /// <summary>The first byte of an annotation.</summary>
    public const byte Mark = 2;

    /// <summary>Instead of the kind of a geometry: there is none.</summary>
    public const int NoGeometry = 0;

    /// <summary>Instead of the kind of a geometry: <see cref="OutlineSteps"/> follow.</summary>
    public const int OutlineMark = -1;

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly JsonText _text = new();
    private bool _begun;
    private (DataUnit? Unit, FrameSize Size, string? Stream) _place;

    public async ValueTask WriteAsync(Annotation annotation, CancellationToken cancellationToken)
    {
        if (!_begun)
        {
            RowRecord.Write(track.Begin(), header);
            await track.EndAsync(cancellationToken);
            _begun = true;
        }
        var place = (annotation.Unit, annotation.Frame?.Size ?? default, annotation.Frame?.Stream);
        if (_place != place)
        {
            _place = place;
            WritePlace(track.Begin());
            await track.EndAsync(cancellationToken);
        }
        Write(track.Begin(), annotation);
        await track.EndAsync(cancellationToken);
    }

    public void Dispose() => _text.Dispose();

    /// <summary>Whether <c>geometry</c> does not say all there is, so that it stands in the shape's own terms beside it.</summary>
    private static bool SaysMore(Shape shape, SimpleGeometry geometry) => geometry is SimpleGeometry.None
        ? shape is not Span
        : shape is Circle or Ellipse or Cuboid2D;

    private static double? ThetaOf(Shape shape) => shape switch
    {
        RotatableBoundingBox box => box.Theta,
        Ellipse ellipse => ellipse.Theta,
        Circle circle => circle.Theta,
        _ => null,
    };

    private void WritePlace(ArrayBufferWriter<byte> to)
    {
        to.Write([PlaceMark]);
        to.WriteText(_place.Unit?.Hash);
        to.WriteText(_place.Unit?.Title);
        to.WriteText(_place.Stream);
        to.WriteMaybe(_place.Size.Width > 0 ? _place.Size.Width : null);
        to.WriteMaybe(_place.Size.Height > 0 ? _place.Size.Height : null);
    }

    private void Write(ArrayBufferWriter<byte> to, Annotation annotation)
    {
        to.Write([Mark]);
        to.WriteMaybe(annotation.Frame?.Number);
        to.WriteText(annotation.ObjectHash);
        to.WriteText(annotation.FeatureHash);
        to.WriteText(annotation.Name);
        to.WriteText(annotation.Value);
        to.WriteText(annotation.Color);
        to.WriteText(annotation.Shape.Name);
        to.WriteMaybe(annotation.Confidence);
        to.WriteWhole(annotation.ManualAnnotation ? 1 : 0);
        to.WriteText(annotation.CreatedBy);
        to.WriteTime(annotation.CreatedAt);
        to.WriteText(annotation.LastEditedBy);
        to.WriteTime(annotation.LastEditedAt);
        WriteShape(to, annotation);
        var span = annotation.Range as LabelRange.Span;
        to.WriteMaybe(span?.Start);
        to.WriteMaybe(span?.End);
        if (annotation.Range is LabelRange.Html html)
        {
            RangeJson.Write(_text.Begin(), html);
            _text.WriteTo(to);
        }
        else to.WriteText(null);
        to.WriteText(annotation.Event);
        to.WriteText(annotation.Interpolate);
        AnswerJson.Write(_text.Begin(), annotation.Attributes, sayDynamic: true);
        _text.WriteTo(to);
        to.WriteText(annotation.Extra);
    }

    private void WriteShape(ArrayBufferWriter<byte> to, Annotation annotation)
    {
        var (shape, geometry) = (annotation.Shape, SimpleGeometries.Of(annotation));
        var (bounds, area) = geometry is SimpleGeometry.None ? default : (shape.Bounds, shape.Area);
        to.WriteMaybe(bounds?.X);
        to.WriteMaybe(bounds?.Y);
        to.WriteMaybe(bounds?.W);
        to.WriteMaybe(bounds?.H);
        to.WriteMaybe(area);
        to.WriteMaybe(ThetaOf(shape));
        WriteGeometry(to, geometry, shape is Bitmask);
        if (SaysMore(shape, geometry))
        {
            GeometryJson.WriteValue(_text.Begin(), annotation);
            _text.WriteTo(to);
        }
        else to.WriteText(null);
        WriteMask(to, (shape as Bitmask)?.Mask);
        if (shape is Skeleton skeleton)
        {
            GeometryJson.WriteSkeleton(_text.Begin(), skeleton.Points);
            _text.WriteTo(to);
        }
        else to.WriteText(null);
    }

    private void WriteGeometry(ArrayBufferWriter<byte> to, SimpleGeometry geometry, bool ofPixels)
    {
        if (geometry is SimpleGeometry.Region { Parts: var parts } && ofPixels)
        {
            to.WriteWhole(OutlineMark);
            OutlineSteps.Write(to, parts);
        }
        else if (Wkb.KindOf(geometry) is { } kind)
        {
            to.WriteWhole((int)kind);
            _bytes.ResetWrittenCount();
            Wkb.Write(_bytes, geometry);
            to.WriteBlock(_bytes.WrittenSpan);
        }
        else to.WriteWhole(NoGeometry);
    }

    private static void WriteMask(ArrayBufferWriter<byte> to, Mask? mask)
    {
        to.WriteMaybe(mask?.Height);
        to.WriteMaybe(mask?.Width);
        if (mask is null) to.WriteText(null);
        else to.WriteBlock(mask.Utf8CocoCounts);
    }
}
