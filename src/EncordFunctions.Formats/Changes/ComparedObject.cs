using EncordFunctions.Labels.Comparing;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Changes;

/// <summary>One object of two <c>annotations.jsonl</c>.</summary>
internal sealed class ComparedObject
{
    private const int IouDigits = 6;
    private const int DistanceDigits = 3;

    private readonly Dictionary<string, StoredAnnotation> _earlier = new(StringComparer.Ordinal);
    private readonly DynamicDifferences _dynamic = new();
    private readonly RangeOverlap _ranges = new();
    private (double Sum, long Frames) _iou;
    private (double Sum, long Frames) _distance;
    private long _compared;
    private long _added;

    public void TakeEarlier(StoredAnnotation annotation)
    {
        _earlier.TryAdd(annotation.Place, annotation);
        if (annotation.Range is { } range) _ranges.TakeEarlier(annotation.Unit, range);
    }

    public void TakeLater(StoredAnnotation annotation)
    {
        if (annotation.Range is { } range) _ranges.TakeLater(annotation.Unit, range);
        if (!_earlier.Remove(annotation.Place, out var earlier))
        {
            _added++;
            return;
        }
        _compared++;
        _dynamic.Take(annotation.Frame, earlier.Attributes, annotation.Attributes);
        if (earlier.Shape == annotation.Shape && earlier.Geometry.AsSpan().SequenceEqual(annotation.Geometry)) TakeEqual(annotation);
        else if (earlier.ReadShape() is { } before && annotation.ReadShape() is { } now) TakeMoved(before, now, annotation.IsInPixels);
    }

    public ObjectDifference Difference() => new(
        Mean(_iou, IouDigits) ?? _ranges.IoU(IouDigits), Mean(_distance, DistanceDigits), _compared, _added, _earlier.Count, _dynamic.All);

    // Most frames of a video whose object was moved on one are as they were.
    private void TakeEqual(StoredAnnotation annotation)
    {
        if (annotation.Shape is "point" or "polyline" or "skeleton")
        {
            if (annotation.IsInPixels) _distance = (_distance.Sum, _distance.Frames + 1);
        }
        else if (annotation.ReadShape() is { Area: > 0 })
        {
            _iou = (_iou.Sum + 1, _iou.Frames + 1);
        }
    }

    private void TakeMoved(Shape before, Shape now, bool isInPixels)
    {
        if (Overlap.IoU(before, now) is { } iou) _iou = (_iou.Sum + iou, _iou.Frames + 1);
        if (isInPixels && Displacement.Mean(before, now) is { } distance) _distance = (_distance.Sum + distance, _distance.Frames + 1);
    }

    private static double? Mean((double Sum, long Frames) of, int digits) => of.Frames == 0 ? null : Math.Round(of.Sum / of.Frames, digits);
}
