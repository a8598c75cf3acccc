using System.Buffers;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Markup;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Previews;

/// <summary>
/// The shapes of one frame as SVG, in the order they come. It is held in memory until it is written, so it takes no more shapes and bytes than
/// it was given.
/// </summary>
internal sealed class Picture
{
    private const int LongestName = 28;

    private readonly ArrayBufferWriter<byte> _shapes = new();
    private readonly ArrayBufferWriter<byte> _labels = new();
    private readonly ArrayBufferWriter<byte> _next = new();
    private readonly MarkupWriter _shape;
    private readonly MarkupWriter _label;
    private readonly ShapeDrawing _drawing;
    private readonly LabelPlaces? _places;
    private readonly int _mostShapes;
    private readonly int _mostBytes;

    /// <summary>A picture of a frame.</summary>
    /// <param name="view">How the frame is laid on it.</param>
    /// <param name="ontology">What has the bones.</param>
    /// <param name="named">Whether shapes have labels and titles.</param>
    /// <param name="mostShapes">How many shapes it takes.</param>
    /// <param name="mostBytes">How many bytes they may have together.</param>
    public Picture(FrameView view, Ontology? ontology, bool named, int mostShapes, int mostBytes)
    {
        (View, _mostShapes, _mostBytes) = (view, mostShapes, mostBytes);
        (_shape, _label) = (new MarkupWriter(_next), new MarkupWriter(_labels));
        _drawing = new ShapeDrawing(_shape, view, new Bones(ontology));
        _places = named ? new LabelPlaces(view) : null;
    }

    /// <summary>How the frame is laid on it.</summary>
    public FrameView View { get; }

    /// <summary>How many shapes are on it.</summary>
    public int Drawn { get; private set; }

    /// <summary>How many had no room.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The shapes.</summary>
    public ReadOnlySpan<byte> Shapes => _shapes.WrittenSpan;

    /// <summary>Their labels.</summary>
    public ReadOnlySpan<byte> Labels => _labels.WrittenSpan;

    /// <summary>Draws an annotation that can be drawn.</summary>
    /// <returns>Why it is left out; null where it is not.</returns>
    public LedgerReason? Add(Annotation annotation)
    {
        if (Drawn == _mostShapes || ShapeDrawing.IsTooLarge(annotation.Shape)) return Leave();
        var colour = Colours.Of(annotation.Color, annotation.FeatureHash, annotation.Name);
        _next.ResetWrittenCount();
        _shape.Write($"<g color=\"{colour}\">");
        if (_places is not null)
        {
            var name = Cut.To(annotation.Name ?? "unnamed", LongestName);
            _shape.Write($"<title>{name}, {annotation.Shape.Name}, {Cut.To(annotation.ObjectHash, LongestName)}</title>");
        }
        _drawing.Draw(annotation.Shape, annotation.Name);
        _shape.Write($"</g>\n");
        if (_shapes.WrittenCount + _labels.WrittenCount + _next.WrittenCount > _mostBytes) return Leave();
        _shapes.Write(_next.WrittenSpan);
        if (_places is not null && annotation.Name is { } label) Name(Cut.To(label, LongestName)!, colour, LabelAnchor.Of(annotation.Shape));
        Drawn++;
        return null;
    }

    /// <summary>Says that so many more had no room.</summary>
    public void LeaveOut(int count) => LeftOut += count;

    private LedgerReason Leave()
    {
        LeftOut++;
        return LedgerReason.PictureFull;
    }

    private void Name(string name, string colour, Bounds of)
    {
        var (letters, height) = (1.7 * View.Unit, 2.4 * View.Unit);
        var text = TextWidth.Of(name) * letters;
        var around = new Bounds(of.X * View.Scale, of.Y * View.Scale, of.W * View.Scale, of.H * View.Scale);
        if (_places!.Take(around, text + letters, height) is not { } place) return;
        _label.Raw("<rect x=\""u8);
        _label.Number(place.X, View.Decimals);
        _label.Raw("\" y=\""u8);
        _label.Number(place.Y, View.Decimals);
        _label.Raw("\" width=\""u8);
        _label.Number(place.W, View.Decimals);
        _label.Raw("\" height=\""u8);
        _label.Number(place.H, View.Decimals);
        _label.Write($"\" fill=\"{colour}\"/><text fill=\"{Colours.On(colour)}\" x=\"");
        _label.Number(place.X + (letters / 2), View.Decimals);
        _label.Raw("\" y=\""u8);
        _label.Number(place.Y + (1.75 * View.Unit), View.Decimals);
        // Widths of letters differ from machine to machine; this makes them fit the place they were given.
        _label.Raw("\" lengthAdjust=\"spacingAndGlyphs\" textLength=\""u8);
        _label.Number(text, View.Decimals);
        _label.Write($"\">{name}</text>\n");
    }
}
