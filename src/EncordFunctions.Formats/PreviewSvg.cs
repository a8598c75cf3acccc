using System.Buffers;
using EncordFunctions.Formats.Naming;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Previews;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats;

/// <summary>
/// <c>preview.svg</c>, or <c>preview/{frame}.svg</c> for the first labelled frames of a row that has several: the labels drawn to scale, without
/// the picture they were drawn on. Ranges of sound and text are bars on a strip. A picture has at most 500 shapes and a megabyte; it says how
/// many are left out.
/// </summary>
/// <param name="frames">How many frames of a row have a picture.</param>
public sealed class PreviewSvg(int frames = PreviewSvg.FewFrames) : IRowFormat
{
    /// <summary>How many frames of a row have a picture where nothing is chosen.</summary>
    public const int FewFrames = 3;

    private const string ContentType = "image/svg+xml";
    private const int MostShapes = 500;
    private const int MostBytes = 1_000_000;

    /// <inheritdoc/>
    public string Name => "preview";

    /// <inheritdoc/>
    public IRowWriter Open(RowContext row, IOutputFiles files) => new Writer(row, files, Name, frames);

    /// <summary>
    /// The path of the picture an annotation is on, spelled like those of <see cref="MaskPng"/>: a folder for each space of a group or a scene
    /// and for each stream.
    /// </summary>
    public static string PathOf(RowContext row, Annotation annotation)
    {
        if (row.Index.Header.DataType == "image" && row.Index.Units.Count == 1) return "preview.svg";
        var stream = annotation.Frame?.Stream is { } known ? SafeName.Of(known) + "/" : "";
        var space = annotation.Unit.SpaceType is null ? "" : SafeName.Of(annotation.Unit.Hash) + "/";
        return $"preview/{space}{stream}{annotation.Frame?.Number}.svg";
    }

    private sealed class Writer(RowContext row, IOutputFiles files, string name, int most) : AnnotationWriter(name, row)
    {
        private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
        private Picture? _picture;
        private Timeline? _timeline;
        private string? _path;
        private string? _title;
        private FrameSize _size;

        protected override async ValueTask<LedgerReason?> WriteAsync(Annotation annotation, CancellationToken cancellationToken)
        {
            if (most == 0) return LedgerReason.PastFirstFrames;
            if (annotation.Frame is not { } frame) return (_timeline ??= new Timeline(annotation.Unit, MostShapes)).Add(annotation);
            if (Drawable.WhyNot(annotation, frame.Size) is { } reason) return reason;
            var path = PathOf(Row, annotation);
            if (path != _path)
            {
                if (_begun.Contains(path) || _begun.Count >= most) return LedgerReason.PastFirstFrames;
                await PutFrameAsync(cancellationToken);
                Begin(path, annotation.Unit, frame);
            }
            if (_picture!.Add(annotation) is { } full) return full;
            if (GoesBeyond(annotation.Shape.Bounds!.Value)) Ledger.Lose(LedgerReason.Clipped, annotation);
            return null;
        }

        protected override async ValueTask FinishAsync(CancellationToken cancellationToken)
        {
            await PutFrameAsync(cancellationToken);
            if (_timeline is null) return;
            var strip = new Picture(FrameView.Full(_timeline.Size), null, named: true, MostShapes, MostBytes);
            _timeline.DrawOn(strip);
            var path = _begun.Count == 0 ? "preview.svg" : "preview/ranges.svg";
            if (strip.Drawn > 0) await PutAsync(path, strip, _timeline.Extent, Row.Index.Header.DataTitle ?? "ranges", cancellationToken);
        }

        private async ValueTask PutFrameAsync(CancellationToken cancellationToken)
        {
            if (_picture is not { } picture) return;
            _picture = null;
            await PutAsync(_path!, picture, PreviewFile.Extent(_size), _title!, cancellationToken);
        }

        private ValueTask PutAsync(string path, Picture picture, string extent, string title, CancellationToken cancellationToken)
        {
            var svg = new ArrayBufferWriter<byte>(picture.Shapes.Length + picture.Labels.Length + 4096);
            PreviewFile.Write(svg, picture, extent, title);
            return files.PutAsync(path, ContentType, svg.WrittenMemory, cancellationToken);
        }

        private void Begin(string path, DataUnit unit, Frame frame)
        {
            _begun.Add(path);
            _picture = new Picture(FrameView.Full(frame.Size), Row.Ontology, named: true, MostShapes, MostBytes);
            (_path, _size) = (path, frame.Size);
            var title = unit.Title ?? Row.Index.Header.DataTitle ?? unit.Hash;
            _title = path == "preview.svg" ? title : $"{title}, frame {frame.Number}";
        }

        private bool GoesBeyond(Bounds shape)
        {
            var (view, margin) = (_picture!.View, 2 * _picture.View.Unit);
            return shape.X * view.Scale < -margin || shape.Y * view.Scale < -margin
                || (shape.X + shape.W) * view.Scale > view.Width + margin || (shape.Y + shape.H) * view.Scale > view.Height + margin;
        }
    }
}
