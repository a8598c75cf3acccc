using System.Buffers;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Markup;
using EncordFunctions.Formats.Previews;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Formats.Report;

/// <summary>A small picture of a frame for the contact sheet.</summary>
internal sealed record Thumbnail(double Width, double Height, string Place, int Drawn, int LeftOut, byte[] Shapes)
{
    private const double Side = 240;
    /// <summary>How many shapes it has room for.</summary>
    public const int MostShapes = 60;

    private const int MostBytes = 8192;

    public static Picture Begin(FrameSize frame, Ontology? ontology) =>
        new(FrameView.Small(frame, Side), ontology, named: false, MostShapes, MostBytes);

    public static void Write(Picture picture, string place, IBufferWriter<byte> record)
    {
        record.WriteDouble(picture.View.Width);
        record.WriteDouble(picture.View.Height);
        record.WriteText(place);
        record.WriteWhole(picture.Drawn);
        record.WriteWhole(picture.LeftOut);
        record.WriteBlock(picture.Shapes);
    }

    public static Thumbnail Read(ref RecordReader record) => new(
        record.ReadDouble(), record.ReadDouble(), record.ReadText()!, (int)record.ReadWhole(), (int)record.ReadWhole(), record.ReadBlock().ToArray());

    /// <summary>Writes it into a page whose style sheet knows its classes.</summary>
    /// <param name="page">The page.</param>
    /// <param name="of">What it is a picture of.</param>
    public void WriteTo(MarkupWriter page, string of)
    {
        page.Write($"<svg class=\"thumb\" role=\"img\" viewBox=\"0 0 {Width} {Height}\"><title>{of}, {Place}: {Drawn:N0} labels drawn</title>");
        page.Raw(Shapes);
        page.Write($"</svg>");
    }
}
