using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Naming;
using EncordFunctions.Formats.Png;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats;

/// <summary><c>masks/</c>: every bitmask as a 1-bit grayscale PNG of its frame's size, white where the object is.</summary>
public sealed class MaskPng : IRowFormat
{
    /// <inheritdoc/>
    public string Name => "masks";

    /// <inheritdoc/>
    public IRowWriter Open(RowContext row, IOutputFiles files) => new Writer(files, new LedgerCount(Name, LedgerUnit.Bitmasks, row.Ordinal));

    /// <summary>
    /// The path of an annotation's mask: frame and object hash, '/' as '_' and '+' as '-', under a folder for each space of a group or a
    /// scene. A hash that is empty, longer than 64, or has other characters than base64, '.', '_' and '-' is never part of a path: '~' and
    /// the first 16 hex digits of its SHA-256 stand for it.
    /// </summary>
    public static string PathOf(Annotation annotation)
    {
        var name = $"{annotation.Frame?.Number}-{SafeName.Of(annotation.ObjectHash)}.png";
        var stream = annotation.Frame?.Stream is { } known ? SafeName.Of(known) + "/" : "";
        return annotation.Unit.SpaceType is null ? $"masks/{stream}{name}" : $"masks/{SafeName.Of(annotation.Unit.Hash)}/{stream}{name}";
    }

    private sealed class Writer(IOutputFiles files, LedgerCount count) : IRowWriter
    {
        private MemoryStream? _png;

        public async ValueTask WriteAsync(RowEvent rowEvent, CancellationToken cancellationToken)
        {
            if (rowEvent is not RowEvent.AnnotationRead { Annotation: { Shape: Bitmask { Mask: var mask } } annotation }) return;
            count.Take();
            _png ??= new MemoryStream();
            _png.SetLength(0);
            OneBitPng.Write(mask, _png);
            await files.PutAsync(PathOf(annotation), "image/png", _png.GetBuffer().AsMemory(0, (int)_png.Length), cancellationToken);
            count.Wrote();
        }

        public ValueTask<LedgerLine> CompleteAsync(CancellationToken cancellationToken) => ValueTask.FromResult(count.ToLine());

        public ValueTask DisposeAsync() => default;
    }
}
