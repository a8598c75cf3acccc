namespace EncordFunctions.Formats.Parquet;

/// <summary>What the values of a column are, and how they are kept.</summary>
internal enum ColumnKind
{
    /// <summary>UTF-8.</summary>
    Text,

    /// <summary>Bytes that are no text.</summary>
    Bytes,

    /// <summary>A whole number of 32 bits.</summary>
    Int32,

    /// <summary>A whole number of 64 bits.</summary>
    Int64,

    /// <summary>Microseconds since 1970, UTC.</summary>
    Time,

    /// <summary>A number of 64 bits.</summary>
    Double,

    /// <summary>True or false.</summary>
    Flag,
}
