using System.Buffers;

namespace EncordFunctions.Formats.Parquet;

/// <summary>Writes columns as pages, each compressed, one behind the other. Memory is that of a page.</summary>
/// <param name="file">Where to.</param>
/// <param name="position">How many bytes are there already.</param>
internal sealed class ColumnPages(OutputFile file, long position) : IDisposable
{
    private const int DataPage = 0;
    private const int DictionaryPage = 2;

    private readonly PageCompression _compression = new();
    private readonly ArrayBufferWriter<byte> _page = new();
    private readonly ArrayBufferWriter<byte> _compressed = new();
    private readonly ArrayBufferWriter<byte> _head = new();

    /// <summary>Where the next page will begin.</summary>
    public long Position { get; private set; } = position;

    /// <summary>Writes all pages of a column.</summary>
    public async ValueTask<ColumnChunk> WriteAsync(ParquetColumn column, CancellationToken cancellationToken)
    {
        var start = Position;
        var plainBytes = 0L;
        var (values, count) = column.Dictionary;
        if (count > 0)
        {
            plainBytes += WritePage(DictionaryPage, values.Span, count, PageEncodings.Plain);
            await file.FlushAsync(cancellationToken);
        }
        var dataAt = Position;
        while (true)
        {
            _page.ResetWrittenCount();
            if (!column.TryWritePage(_page, out var rows)) break;
            plainBytes += WritePage(DataPage, _page.WrittenSpan, rows, count > 0 ? PageEncodings.DictionaryRuns : PageEncodings.Plain);
            await file.FlushAsync(cancellationToken);
        }
        return new ColumnChunk(count > 0 ? start : null, dataAt, plainBytes, Position - start);
    }

    public void Dispose() => _compression.Dispose();

    /// <returns>Bytes of the page and its head without compression.</returns>
    private int WritePage(int type, ReadOnlySpan<byte> page, int values, int encoding)
    {
        _compressed.ResetWrittenCount();
        _compression.Write(_compressed, page);
        _head.ResetWrittenCount();
        var head = new ThriftWriter(_head);
        head.Begin();
        head.Int32(1, type);
        head.Int32(2, page.Length);
        head.Int32(3, _compressed.WrittenCount);
        head.Begin(type == DataPage ? 5 : 7);
        head.Int32(1, values);
        head.Int32(2, encoding);
        if (type == DataPage)
        {
            head.Int32(3, PageEncodings.Runs);
            head.Int32(4, PageEncodings.Runs);
        }
        head.End();
        head.End();
        file.Write(_head.WrittenSpan);
        file.Write(_compressed.WrittenSpan);
        Position += _head.WrittenCount + _compressed.WrittenCount;
        return _head.WrittenCount + page.Length;
    }
}
