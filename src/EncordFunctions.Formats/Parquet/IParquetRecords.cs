namespace EncordFunctions.Formats.Parquet;

/// <summary>The columns of a table, and how records become its rows.</summary>
internal interface IParquetRecords
{
    /// <summary>All columns, in the order of the file.</summary>
    IReadOnlyList<ParquetColumn> All { get; }

    /// <summary>What the file says of itself, by key, when all records have been taken.</summary>
    IReadOnlyList<(string Key, string Value)> Metadata { get; }

    /// <summary>Takes a record.</summary>
    /// <returns>Whether it was a row of the table, and not what several have in common.</returns>
    bool Take(int ordinal, ReadOnlySpan<byte> record);
}
