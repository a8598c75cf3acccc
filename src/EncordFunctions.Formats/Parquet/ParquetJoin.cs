using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats.Parquet;

/// <summary>Joins records to a table. Memory is that of one row group, whatever the number of rows.</summary>
internal sealed class ParquetJoin(IParquetRecords records, OutputFile file) : IExportWriter
{
    // What a group holds is in memory at a time: of these limits the one that is met first ends it.
    private const int MostRows = 50_000;
    private const long MostBytes = 8 * 1024 * 1024;

    private readonly IReadOnlyList<ParquetColumn> _columns = records.All;
    private readonly ParquetFile _file = new(file, records.All);
    private int _ordinal;
    private long _rows;

    /// <inheritdoc/>
    public ValueTask BeginRowAsync(int ordinal, CancellationToken cancellationToken)
    {
        _ordinal = ordinal;
        return default;
    }

    /// <inheritdoc/>
    public ValueTask TakeAsync(FragmentRecord record, CancellationToken cancellationToken)
    {
        if (!records.Take(_ordinal, record.Payload.Span)) return default;
        _rows++;
        return IsFull() ? _file.WriteGroupAsync(cancellationToken) : default;
    }

    /// <inheritdoc/>
    public async ValueTask<long> CompleteAsync(CancellationToken cancellationToken)
    {
        await _file.WriteGroupAsync(cancellationToken);
        await _file.CompleteAsync(records.Metadata, cancellationToken);
        return _rows;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private bool IsFull()
    {
        if (_columns[0].Rows >= MostRows) return true;
        var bytes = 0L;
        for (var i = 0; i < _columns.Count; i++) bytes += _columns[i].Bytes;
        return bytes >= MostBytes;
    }
}
