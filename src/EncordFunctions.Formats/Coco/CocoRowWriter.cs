using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Coco;

/// <summary>Leaves a row's images and annotations as records.</summary>
internal sealed class CocoRowWriter : AnnotationWriter
{
    private readonly FragmentTrack _track;
    private readonly CocoOptions _options;
    private readonly RowImages _images;
    private readonly TrackNumbers _tracks = new();
    private readonly ICocoShapes _shapes;
    private readonly ICocoAnswers _answers;
    private readonly SkeletonNames? _names;
    private readonly AnnotationJson _json;
    private readonly CocoDrawing _drawing = new();
    private bool _hasTitle;

    public CocoRowWriter(string derivative, RowContext row, FragmentTrack track, CocoOptions options) : base(derivative, row)
    {
        _track = track;
        _options = options;
        _images = new RowImages(row, track, options.AsVendor);
        _shapes = options.AsVendor ? new VendorShapes() : new OwnShapes(row);
        _answers = options.AsVendor && row.Ontology is { } ontology ? new VendorAnswers(ontology) : new OwnAnswers(row.Ontology);
        _names = options.AsVendor ? null : new SkeletonNames(row.Ontology);
        _json = new AnnotationJson(options);
    }

    protected override async ValueTask<LedgerReason?> WriteAsync(Annotation annotation, CancellationToken cancellationToken)
    {
        if (!_hasTitle) await BeginAsync(cancellationToken);
        if (WhyNoPlace(annotation) is { } nowhere) return nowhere;
        await _images.OpenAsync(annotation.Unit, annotation.Frame!, cancellationToken);
        _drawing.Clear();
        if (_shapes.Draw(annotation, _drawing) is { } reason) return reason;
        if (!IsFinite(_drawing)) return LedgerReason.NotFinite;

        if (annotation.Shape is Skeleton skeleton && _names?.Write(annotation, skeleton, _track.Begin) == true) await _track.EndAsync(cancellationToken);
        var track = _tracks.Of(annotation.ObjectHash, out var isNew);
        if (isNew && _options.AsVendor) await LeaveTrackAsync(annotation.ObjectHash, cancellationToken);
        Leave(annotation, track);
        await _track.EndAsync(cancellationToken);
        return null;
    }

    protected override async ValueTask EndFrameAsync(RowEvent.FrameRead frame, CancellationToken cancellationToken)
    {
        if (!_hasTitle) await BeginAsync(cancellationToken);
        await _images.EndAsync(frame, cancellationToken);
    }

    protected override async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        if (!_hasTitle) await BeginAsync(cancellationToken);
        await _images.FinishAsync(cancellationToken);
    }

    private ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        _hasTitle = true;
        var to = _track.Begin();
        to.WriteWhole((long)CocoRecord.Title);
        to.WriteText(Row.Index.Header.DataTitle);
        return _track.EndAsync(cancellationToken);
    }

    private LedgerReason? WhyNoPlace(Annotation annotation)
    {
        if (annotation.Frame is not { } frame) return LedgerReason.NoFrame;
        if (annotation.Shape is Cuboid or Segmentation or Point3D or Polyline3D) return LedgerReason.NoFormForShape;
        if (_options.AsVendor && annotation.Unit.SpaceType is not null) return LedgerReason.OutsideDataUnits;
        if (!frame.Size.IsKnown || _images.KindOf(annotation.Unit) == ImageKind.None) return LedgerReason.NoFrameSize;
        return null;
    }

    private ValueTask LeaveTrackAsync(string objectHash, CancellationToken cancellationToken)
    {
        var to = _track.Begin();
        to.WriteWhole((long)CocoRecord.Track);
        to.WriteText(objectHash);
        return _track.EndAsync(cancellationToken);
    }

    private void Leave(Annotation annotation, int track)
    {
        if (track < 0) Ledger.Lose(LedgerReason.TrackDropped, annotation);
        if (_drawing.Loss is { } loss) Ledger.Lose(loss, annotation);

        var to = _track.Begin();
        to.WriteWhole((long)CocoRecord.Annotation);
        to.WriteWhole(_images.Number);
        to.WriteText(annotation.FeatureHash);
        to.WriteText(annotation.Name);
        to.WriteText(annotation.Shape.Name);
        to.WriteWhole(track);
        to.Raw("\"encord_track_uuid\":"u8);
        to.Text(annotation.ObjectHash);
        if (_drawing.Rotation is { } rotation)
        {
            to.Raw(",\"rotation\":"u8);
            to.Number(rotation);
        }
        to.Raw(",\"classifications\":"u8);
        _answers.Write(to, annotation);
        to.Raw(annotation.ManualAnnotation ? ",\"manual_annotation\":true"u8 : ",\"manual_annotation\":false"u8);
        if (!_options.AsVendor && annotation.Confidence != 1)
        {
            to.Raw(",\"confidence\":"u8);
            to.Number(annotation.Confidence);
        }
        to.Raw("},"u8);
        _json.WriteGeometry(to, _drawing);
        to.Raw("}"u8);
    }

    private static bool IsFinite(CocoDrawing drawing)
    {
        var (x, y, w, h) = drawing.Box;
        return double.IsFinite(drawing.Area) && double.IsFinite(x) && double.IsFinite(y) && double.IsFinite(w) && double.IsFinite(h);
    }
}
