using System.Text.Json;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Json;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats;

/// <summary>
/// <c>changes.jsonl</c>: one line per object that differs from what an earlier export of its label row had, row by row, in a row by object
/// hash. It stands where a row was compared, without a line where nothing differs; an export of rows that were never met before has none.
/// </summary>
public sealed class ChangesJsonl : IExportFormat
{
    /// <summary>Where its records are in a fragment, each an <see cref="ObjectChange"/>.</summary>
    public const char Letter = 'H';

    /// <inheritdoc/>
    public string Name => "changes.jsonl";

    /// <inheritdoc/>
    public char Track => Letter;

    /// <inheritdoc/>
    public IRowWriter OpenRow(RowContext row, FragmentTrack track) => new RowWriter(track, new LedgerCount(Name, LedgerUnit.Changes, row.Ordinal));

    /// <inheritdoc/>
    public IExportWriter OpenExport(ExportContext export, IExportFiles files) =>
        new ExportWriter(new JsonLines(files, Name), isCompared: export.Manifest.Changes is { Compared: > 0 });

    private sealed class RowWriter(FragmentTrack track, LedgerCount count) : IRowWriter, IChangeWriter
    {
        public ValueTask WriteAsync(RowEvent rowEvent, CancellationToken cancellationToken) => default;

        public async ValueTask WriteAsync(ObjectChange change, CancellationToken cancellationToken)
        {
            count.Take();
            using (var json = new Utf8JsonWriter(track.Begin(), JsonLines.Options))
                JsonSerializer.Serialize(json, change, ChangesJson.Readable.ObjectChange);
            await track.EndAsync(cancellationToken);
            count.Wrote();
        }

        public void Skip(LedgerReason reason)
        {
            count.Take();
            count.Skip(reason);
        }

        public ValueTask<LedgerLine> CompleteAsync(CancellationToken cancellationToken) => ValueTask.FromResult(count.ToLine());

        public ValueTask DisposeAsync() => default;
    }

    private sealed class ExportWriter : IExportWriter
    {
        private readonly JsonLines _lines;
        private long _written;

        public ExportWriter(JsonLines lines, bool isCompared)
        {
            _lines = lines;
            if (isCompared) _lines.Open();
        }

        public ValueTask BeginRowAsync(int ordinal, CancellationToken cancellationToken) => default;

        public ValueTask TakeAsync(FragmentRecord record, CancellationToken cancellationToken)
        {
            _written++;
            return _lines.CopyAsync(record.Payload, cancellationToken);
        }

        public async ValueTask<long> CompleteAsync(CancellationToken cancellationToken)
        {
            await _lines.CommitAsync(cancellationToken);
            return _written;
        }

        public ValueTask DisposeAsync() => _lines.DisposeAsync();
    }
}
