using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Parquet;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats;

/// <summary>
/// <c>annotations.parquet</c>: every annotation of the export as a row of one table, in order of label rows and of their files. Lengths are pixels,
/// times UTC, <c>geometry</c> is WKB in pixels (GeoParquet without a reference system), null for what has none: ranges, boxes in space, picked
/// points of a cloud, and frames of unknown size, whose fractions stand in <c>geometry_json</c>.
/// </summary>
public sealed class AnnotationsParquet : IExportFormat
{
    /// <inheritdoc/>
    public string Name => "annotations.parquet";

    /// <inheritdoc/>
    public char Track => 'A';

    /// <inheritdoc/>
    public IRowWriter OpenRow(RowContext row, FragmentTrack track) => new Writer(Name, row, track);

    /// <inheritdoc/>
    public IExportWriter OpenExport(ExportContext export, IExportFiles files) =>
        new ParquetJoin(new AnnotationColumns(export.Classes), files.Create(Name, ParquetFile.ContentType));

    private sealed class Writer(string name, RowContext row, FragmentTrack track) : AnnotationWriter(name, row)
    {
        private readonly AnnotationRecords _records = new(track, row.Index.Header);

        public override ValueTask DisposeAsync()
        {
            _records.Dispose();
            return base.DisposeAsync();
        }

        protected override async ValueTask<LedgerReason?> WriteAsync(Annotation annotation, CancellationToken cancellationToken)
        {
            await _records.WriteAsync(annotation, cancellationToken);
            return null;
        }
    }
}
