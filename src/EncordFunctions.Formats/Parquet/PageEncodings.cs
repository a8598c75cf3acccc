namespace EncordFunctions.Formats.Parquet;

/// <summary>How values are kept in pages; the numbers are the format's own.</summary>
internal static class PageEncodings
{
    /// <summary>One behind the other.</summary>
    public const int Plain = 0;

    /// <summary><see cref="HybridRuns"/>.</summary>
    public const int Runs = 3;

    /// <summary><see cref="HybridRuns"/> of numbers of texts in a dictionary.</summary>
    public const int DictionaryRuns = 8;
}
