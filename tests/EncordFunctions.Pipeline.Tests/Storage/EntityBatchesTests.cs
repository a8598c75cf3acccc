using Azure.Data.Tables;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Tests.Storage;

public sealed class EntityBatchesTests
{
    [Fact]
    public void A_batch_takes_100_entities_and_the_next_one_begins_another()
    {
        Assert.Equal([100], Sizes(Many(100, 10)));
        Assert.Equal([100, 1], Sizes(Many(101, 10)));
        Assert.Empty(Sizes([]));
    }

    [Fact]
    public void A_batch_takes_4_mebibytes_and_what_is_past_them_begins_another()
    {
        var entities = Many(100, 30_000, 8);
        Assert.InRange(EntityBatches.Split(entities).Count(), 2, 99);
        Assert.All(EntityBatches.Split(entities), batch => Assert.InRange(batch.Sum(StorageLimits.WireSize), 1, StorageLimits.BatchBytes));
        Assert.Equal(entities, EntityBatches.Split(entities).SelectMany(static batch => batch));
    }

    [Fact]
    public void Text_that_grows_in_json_is_counted_as_it_is_sent()
    {
        var plain = StorageLimits.WireSize(new TableEntity("p", "r") { ["T"] = new string('x', 1000) });
        var wide = StorageLimits.WireSize(new TableEntity("p", "r") { ["T"] = new string('ü', 1000) });
        Assert.Equal(5_000, wide - plain);
    }

    private static int[] Sizes(IEnumerable<TableEntity> entities) => [.. EntityBatches.Split(entities).Select(static batch => batch.Count)];

    private static TableEntity[] Many(int count, int chars, int texts = 1) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            var entity = new TableEntity("p", $"{i:D6}");
            for (var t = 0; t < texts; t++) entity[$"T{t}"] = new string('x', chars);
            return entity;
        }),
    ];
}
