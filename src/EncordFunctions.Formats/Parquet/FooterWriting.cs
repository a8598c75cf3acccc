using System.Buffers;
using System.Diagnostics;
using System.Text;

namespace EncordFunctions.Formats.Parquet;

/// <summary>The footer of a Parquet file. The numbers are those of the format's own definition, parquet.thrift.</summary>
internal static class FooterWriting
{
    private const int Utf8 = 0;
    private const int TimestampMicros = 10;

    // Readers look for "version" and a number in it.
    private static ReadOnlySpan<byte> Writer => "EncordFunctions version 1"u8;

    /// <summary>Writes what the footer says of one row group.</summary>
    public static void WriteGroup(ThriftWriter to, IReadOnlyList<ParquetColumn> columns, ColumnChunk[] chunks, int rows)
    {
        var (bytes, plainBytes) = (0L, 0L);
        to.Begin();
        to.List(1, ThriftWriter.Element.Struct, chunks.Length);
        for (var i = 0; i < chunks.Length; i++)
        {
            WriteChunk(to, columns[i], chunks[i]);
            bytes += chunks[i].Bytes;
            plainBytes += chunks[i].PlainBytes;
        }
        to.Int64(2, plainBytes);
        to.Int64(3, rows);
        to.Int64(5, StartOf(chunks[0]));
        to.Int64(6, bytes);
        to.End();
    }

    /// <summary>Writes the footer.</summary>
    /// <param name="footer">Where to.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">Rows of all groups.</param>
    /// <param name="groupCount">How many groups there are.</param>
    /// <param name="groups">What <see cref="WriteGroup"/> wrote of each.</param>
    /// <param name="metadata">What the file says of itself, by key.</param>
    public static void Write(
        IBufferWriter<byte> footer, IReadOnlyList<ParquetColumn> columns, long rows, int groupCount, ReadOnlySpan<byte> groups,
        IReadOnlyList<(string Key, string Value)> metadata)
    {
        var to = new ThriftWriter(footer);
        to.Begin();
        to.Int32(1, 2);
        to.List(2, ThriftWriter.Element.Struct, columns.Count + 1);
        to.Begin();
        to.Binary(4, "rows"u8);
        to.Int32(5, columns.Count);
        to.End();
        foreach (var column in columns) WriteElement(to, column);
        to.Int64(3, rows);
        to.List(4, ThriftWriter.Element.Struct, groupCount);
        footer.Write(groups);
        if (metadata.Count > 0)
        {
            to.List(5, ThriftWriter.Element.Struct, metadata.Count);
            foreach (var (key, value) in metadata)
            {
                to.Begin();
                to.Binary(1, Encoding.UTF8.GetBytes(key));
                to.Binary(2, Encoding.UTF8.GetBytes(value));
                to.End();
            }
        }
        to.Binary(6, Writer);
        // Without an order of the columns nobody may believe their bounds.
        to.List(7, ThriftWriter.Element.Struct, columns.Count);
        for (var i = 0; i < columns.Count; i++)
        {
            to.Begin();
            to.Mark(1);
            to.End();
        }
        to.End();
    }

    private static void WriteElement(ThriftWriter to, ParquetColumn column)
    {
        to.Begin();
        to.Int32(1, TypeOf(column.Kind));
        to.Int32(3, column.IsOptional ? 1 : 0);
        to.Binary(4, column.Name.Span);
        switch (column.Kind)
        {
            case ColumnKind.Text:
                to.Int32(6, Utf8);
                to.Begin(10);
                to.Mark(1);
                to.End();
                break;
            case ColumnKind.Time:
                to.Int32(6, TimestampMicros);
                to.Begin(10);
                to.Begin(8);
                to.Flag(1, true);
                to.Begin(2);
                to.Mark(2);
                to.End();
                to.End();
                to.End();
                break;
        }
        to.End();
    }

    private static void WriteChunk(ThriftWriter to, ParquetColumn column, ColumnChunk chunk)
    {
        to.Begin();
        to.Int64(2, StartOf(chunk));
        to.Begin(3);
        to.Int32(1, TypeOf(column.Kind));
        to.List(2, ThriftWriter.Element.Int32, chunk.DictionaryAt is null ? 2 : 3);
        to.Int32(PageEncodings.Plain);
        to.Int32(PageEncodings.Runs);
        if (chunk.DictionaryAt is not null) to.Int32(PageEncodings.DictionaryRuns);
        to.List(3, ThriftWriter.Element.Binary, 1);
        to.Binary(column.Name.Span);
        to.Int32(4, PageCompression.Codec);
        to.Int64(5, column.Rows);
        to.Int64(6, chunk.PlainBytes);
        to.Int64(7, chunk.Bytes);
        to.Int64(9, chunk.DataAt);
        if (chunk.DictionaryAt is { } dictionaryAt) to.Int64(11, dictionaryAt);
        to.Begin(12);
        to.Int64(3, column.Nulls);
        if (column.Bounds is var (least, greatest))
        {
            to.Binary(5, greatest.Span);
            to.Binary(6, least.Span);
        }
        to.End();
        to.End();
        to.End();
    }

    private static long StartOf(ColumnChunk chunk) => chunk.DictionaryAt ?? chunk.DataAt;

    private static int TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Flag => 0,
        ColumnKind.Int32 => 1,
        ColumnKind.Int64 or ColumnKind.Time => 2,
        ColumnKind.Double => 5,
        ColumnKind.Text or ColumnKind.Bytes => 6,
        _ => throw new UnreachableException($"A column of the kind {kind} has no type."),
    };
}
