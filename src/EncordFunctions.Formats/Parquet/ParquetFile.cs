using System.Buffers;
using System.Buffers.Binary;

namespace EncordFunctions.Formats.Parquet;

/// <summary>
/// A Parquet file of flat columns, written row group by row group to a file that only goes forward. Its bytes depend on nothing but the values.
/// </summary>
/// <remarks>
/// It is written here and not by Parquet.Net, whose version 6.1.0 orders the bounds of text by UTF-16: of a group with the classes 😀 and ＡＢ it
/// says that they lie between 😀 and ＡＢ, which in Parquet's order of bytes is nothing, so that DuckDB finds neither. It also writes
/// the bounds of every column of text whole, however long they are, and eight times over in every group.
/// What is kept of a written group for the footer is some 90 bytes a column.
/// </remarks>
internal sealed class ParquetFile : IAsyncDisposable
{
    /// <summary>Its media type.</summary>
    public const string ContentType = "application/vnd.apache.parquet";

    private static readonly byte[] Magic = "PAR1"u8.ToArray();

    private readonly OutputFile _file;
    private readonly IReadOnlyList<ParquetColumn> _columns;
    private readonly ColumnPages _pages;
    private readonly ArrayBufferWriter<byte> _groups = new();
    private int _groupCount;
    private long _rows;

    public ParquetFile(OutputFile file, IReadOnlyList<ParquetColumn> columns)
    {
        (_file, _columns) = (file, columns);
        file.Write(Magic);
        _pages = new ColumnPages(file, Magic.Length);
    }

    /// <summary>Writes what the columns have gathered as a row group, and clears them. Nothing is written where there are no rows.</summary>
    public async ValueTask WriteGroupAsync(CancellationToken cancellationToken)
    {
        var rows = _columns[0].Rows;
        if (rows == 0) return;
        var chunks = new ColumnChunk[_columns.Count];
        for (var i = 0; i < chunks.Length; i++) chunks[i] = await _pages.WriteAsync(_columns[i], cancellationToken);
        FooterWriting.WriteGroup(new ThriftWriter(_groups), _columns, chunks, rows);
        _groupCount++;
        _rows += rows;
        foreach (var column in _columns) column.Clear();
    }

    /// <summary>Writes the footer and commits the file.</summary>
    /// <param name="metadata">What the file says of itself, by key.</param>
    /// <param name="cancellationToken">Ends the writing; the file is given up.</param>
    public ValueTask CompleteAsync(IReadOnlyList<(string Key, string Value)> metadata, CancellationToken cancellationToken)
    {
        var footer = new ArrayBufferWriter<byte>();
        FooterWriting.Write(footer, _columns, _rows, _groupCount, _groups.WrittenSpan, metadata);
        _file.Write(footer.WrittenSpan);
        BinaryPrimitives.WriteInt32LittleEndian(_file.GetSpan(sizeof(int)), footer.WrittenCount);
        _file.Advance(sizeof(int));
        _file.Write(Magic);
        return _file.CommitAsync(cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _pages.Dispose();
        return _file.DisposeAsync();
    }
}
