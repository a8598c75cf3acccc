using System.Globalization;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Previews;

/// <summary>
/// The ranges of what has no frames, as bars on a strip: time, or characters, from left to right, and a lane for each object. How long the strip is shows when
/// the last one has come, so as many are held as a picture has room for.
/// </summary>
/// <param name="unit">The file they are of; those of others have no place on it.</param>
/// <param name="most">How many ranges it takes.</param>
internal sealed class Timeline(DataUnit unit, int most)
{
    private const int Length = 1000;
    private const int Lane = 80;
    private const int MostLanes = 24;

    private readonly List<(Annotation Annotation, LabelRange.Span Span, int Lane)> _spans = [];
    private readonly Dictionary<string, int> _lanes = new(StringComparer.Ordinal);

    // Milliseconds of sound, else what comes last.
    private long _end = unit is { SpaceType: null or "audio", Duration: > 0 and < 1e12 and var seconds } ? (long)(seconds * 1000) : 1;

    /// <summary>Takes an annotation that stands over a range.</summary>
    /// <returns>Why it is left out; null where it is not.</returns>
    public LedgerReason? Add(Annotation annotation)
    {
        if (!ReferenceEquals(annotation.Unit, unit)) return LedgerReason.PastFirstFrames;
        // Places of an HTML document have an order, but no distance.
        if (annotation.Range is not LabelRange.Span span) return LedgerReason.NoFormForShape;
        if (_spans.Count == most) return LedgerReason.PictureFull;
        if (!_lanes.TryGetValue(annotation.ObjectHash, out var lane)) _lanes.Add(annotation.ObjectHash, lane = _lanes.Count % MostLanes);
        _end = Math.Max(_end, span.End ?? span.Start);
        _spans.Add((annotation, span, lane));
        return null;
    }

    /// <summary>From where to where it goes, in words.</summary>
    public string Extent => $"0 to {_end.ToString("N0", CultureInfo.InvariantCulture)}{Unit}";

    /// <summary>Whether nothing is on it.</summary>
    public bool IsEmpty => _spans.Count == 0;

    /// <summary>The size of the strip.</summary>
    public FrameSize Size => new(Length, Lane * Math.Clamp(_lanes.Count, 3, MostLanes));

    /// <summary>Draws them all on a picture of <see cref="Size"/>.</summary>
    public void DrawOn(Picture picture)
    {
        foreach (var (annotation, (start, end), lane) in _spans)
        {
            var (from, to) = (Place(start), Place(end ?? _end));
            picture.Add(annotation with { Shape = new BoundingBox(from, (lane * Lane) + 28, Math.Max(to - from, 2), Lane - 36) });
        }
    }

    private string Unit => _spans is [var (first, _, _), ..] ? first.Shape.Name switch { "audio" => " ms", "text" => " characters", _ => "" } : "";

    private double Place(long at) => Math.Clamp((double)at / _end, 0, 1) * Length;
}
