namespace EncordFunctions.Pipeline.Tables;

/// <summary>
/// How label rows are spread over partitions: 90 to a shard by ordinal, so that the keys of a shard are one page of a query and a batch
/// of its entities fits one transaction.
/// </summary>
internal static class Shards
{
    public const int Size = 90;

    /// <summary>Five digits of shards keep the partitions in order.</summary>
    public const int MostRows = 100_000 * Size;

    public static int Of(int ordinal) => ordinal / Size;

    public static int Count(int rows) => (rows + Size - 1) / Size;

    /// <summary>How many verdicts make a shard of an export of <paramref name="rows"/> label rows full.</summary>
    public static int SizeOf(int shard, int rows) => Math.Min(Size, rows - (shard * Size));

    public static string Partition(ExportId export, int shard) => $"{export}-{shard:D5}";
}
