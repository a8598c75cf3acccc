namespace EncordFunctions.Formats.Parquet;

/// <summary>Where the pages of one column of a row group are, headers included.</summary>
/// <param name="DictionaryAt">Where its dictionary is; null where it has none.</param>
/// <param name="DataAt">Where its first data page is.</param>
/// <param name="PlainBytes">Bytes of all pages as they would be without compression.</param>
/// <param name="Bytes">Bytes of all pages.</param>
internal readonly record struct ColumnChunk(long? DictionaryAt, long DataAt, long PlainBytes, long Bytes);
