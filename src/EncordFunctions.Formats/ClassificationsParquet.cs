using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Parquet;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats;

/// <summary>
/// <c>classifications.parquet</c>: every classification of the export as a row of one table, in order of label rows and of their files, with the
/// ranges it holds for and its answers as JSON text, the same as in <c>classifications.jsonl</c>.
/// </summary>
public sealed class ClassificationsParquet : IExportFormat
{
    /// <inheritdoc/>
    public string Name => "classifications.parquet";

    /// <inheritdoc/>
    public char Track => 'L';

    /// <inheritdoc/>
    public IRowWriter OpenRow(RowContext row, FragmentTrack track) => new Writer(Name, row, track);

    /// <inheritdoc/>
    public IExportWriter OpenExport(ExportContext export, IExportFiles files) =>
        new ParquetJoin(new ClassificationColumns(), files.Create(Name, ParquetFile.ContentType));

    private sealed class Writer(string name, RowContext row, FragmentTrack track) : IRowWriter
    {
        private readonly ClassificationRecords _records = new(track, row.Index.Header);
        private readonly LedgerCount _count = new(name, LedgerUnit.Classifications, row.Ordinal);

        public async ValueTask WriteAsync(RowEvent rowEvent, CancellationToken cancellationToken)
        {
            if (rowEvent is not RowEvent.ClassificationRead { Classification: var classification }) return;
            _count.Take();
            await _records.WriteAsync(classification, cancellationToken);
            _count.Wrote();
        }

        public ValueTask<LedgerLine> CompleteAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_count.ToLine());

        public ValueTask DisposeAsync()
        {
            _records.Dispose();
            return default;
        }
    }
}
