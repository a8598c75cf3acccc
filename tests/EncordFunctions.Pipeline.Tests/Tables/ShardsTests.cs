using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Tests.Tables;

public sealed class ShardsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(90, 1)]
    [InlineData(91, 2)]
    [InlineData(9_000_000, 100_000)]
    public void Rows_are_in_shards_of_ninety_and_the_last_one_has_what_is_left(int rows, int shards)
    {
        Assert.Equal(shards, Shards.Count(rows));
        Assert.Equal(rows, Enumerable.Range(0, shards).Sum(shard => Shards.SizeOf(shard, rows)));
        if (rows > 0) Assert.Equal(shards - 1, Shards.Of(rows - 1));
    }

    [Fact]
    public void The_partitions_of_the_most_rows_are_in_order() =>
        Assert.True(string.CompareOrdinal(Last(Shards.MostRows - Shards.Size - 1), Last(Shards.MostRows - 1)) < 0 && Last(Shards.MostRows - 1).Length == Last(0).Length);

    private static string Last(int ordinal) => Shards.Partition(ExportId.Of("exports", "a.zip", "1"), Shards.Of(ordinal));
}
