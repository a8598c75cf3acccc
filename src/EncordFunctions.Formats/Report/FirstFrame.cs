using EncordFunctions.Formats.Previews;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Report;

/// <summary>
/// The annotations of a row's first labelled frame, or of its first file over ranges, until it is known whether the row is shown. It holds no more of them than
/// a small picture has room for, nor more of their points and runs than a megabyte.
/// </summary>
internal sealed class FirstFrame(Ontology? ontology)
{
    private const int MostPoints = 1 << 18;

    private readonly List<Annotation> _held = [];
    private Timeline? _timeline;
    private DataUnit? _unit;
    private Frame? _frame;
    private int _points;
    private int _leftOut;

    public void Add(Annotation annotation)
    {
        if (annotation.Frame is not { } frame) (_timeline ??= new Timeline(annotation.Unit, Thumbnail.MostShapes)).Add(annotation);
        else if (_frame is null || IsSame(annotation.Unit, frame)) Add(annotation, frame);
    }

    /// <summary>Draws them.</summary>
    /// <returns>The picture and what it shows, in words; null where there is nothing to draw.</returns>
    public (Picture Picture, string Place)? Draw()
    {
        if (_frame is not null)
        {
            var picture = Thumbnail.Begin(_frame.Size, ontology);
            foreach (var annotation in _held) picture.Add(annotation);
            picture.LeaveOut(_leftOut);
            return (picture, $"frame {_frame.Number}");
        }
        if (_timeline is null or { IsEmpty: true }) return null;
        var strip = Thumbnail.Begin(_timeline.Size, null);
        _timeline.DrawOn(strip);
        return (strip, _timeline.Extent);
    }

    private bool IsSame(DataUnit unit, Frame frame) => ReferenceEquals(unit, _unit) && frame.Number == _frame!.Number && frame.Stream == _frame.Stream;

    private void Add(Annotation annotation, Frame frame)
    {
        if (Drawable.WhyNot(annotation, frame.Size) is not null) return;
        (_unit, _frame) = (annotation.Unit, frame);
        var points = PointsOf(annotation.Shape);
        if (_held.Count == Thumbnail.MostShapes || points > MostPoints - _points)
        {
            _leftOut++;
            return;
        }
        _points += points;
        _held.Add(annotation);
    }

    private static int PointsOf(Shape shape) => shape switch
    {
        Bitmask { Mask.Runs.Length: var runs } => runs,
        Polygon { Parts: var parts } => parts.Sum(static part => part.Sum(static ring => ring.Length)),
        Polyline { Points.Length: var points } => points,
        _ => 1,
    };
}
