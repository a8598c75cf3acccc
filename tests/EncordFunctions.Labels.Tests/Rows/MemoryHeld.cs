using System.Text;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

/// <summary>Alone, since the collector counts for the whole process.</summary>
[CollectionDefinition(nameof(MemoryHeld), DisableParallelization = true)]
[Collection(nameof(MemoryHeld))]
public sealed class MemoryHeld
{
    private static readonly RowPlace Place = new("rows.json", 0, "");

    [Fact]
    public async Task Reading_many_frames_holds_no_more_than_reading_few()
    {
        // Pools that other tests filled may be trimmed meanwhile, which reads as less than nothing.
        var few = Math.Max(0, await HeldWhileReading(1_000));
        var many = await HeldWhileReading(20_000);

        Assert.True(many < few + 500_000, $"{few} bytes for 1,000 frames, {many} for 20,000");
    }

    [Fact]
    public void Past_a_hundred_thousand_instances_the_rest_is_read_but_not_compared()
    {
        const int Objects = ObjectInstances.Most + 10;
        var all = Enumerable.Range(0, Objects).Append(0).Append(Objects - 1);
        var objects = string.Join(",", all.Select(i => $"{{\"objectHash\":\"o{i}\",\"shape\":\"point\",\"point\":{{\"0\":{{\"x\":0.5,\"y\":0.5}}}}}}"));

        var reading = Reading.Of(Row.Of("image", Row.Unit("u", $"{{\"objects\":[{objects}]}}"), """ "object_answers":{"gone":{}} """));

        Assert.Equal(Objects + 1, reading.Annotations.Count);
        Assert.Equal(["EL110 o0", "EL218 "], reading.AllIssues.Select(issue => $"{issue.Code.Id} {issue.ObjectHash}").Order());
    }

    /// <summary>What the collector can't take back in the middle of the reading, beside the bytes of the row.</summary>
    private static async Task<long> HeldWhileReading(int frames)
    {
        var labels = string.Join(",", Enumerable.Range(0, frames).Select(i => $"\"{i}\":{Row.Labels(Row.Object("a", Row.Box), Row.Object($"o{i % 500}", Row.Box))}"));
        var bytes = Encoding.UTF8.GetBytes(Row.Of("video", Row.Unit("u", $"{{{labels}}}")));
        labels = null;
        var reader = new LabelRowReader(Place);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = Assert.IsType<RowIndexing.Readable>(await reader.IndexAsync(new MemoryStream(bytes), CancellationToken.None)).Index;
        var (read, held) = (0, 0L);
        await foreach (var next in reader.ReadAsync(new MemoryStream(bytes), index, CancellationToken.None))
        {
            if (next is RowEvent.AnnotationRead && ++read == (frames * 2) - 1) held = GC.GetTotalMemory(forceFullCollection: true) - before;
        }
        Assert.Equal(frames * 2, read);
        GC.KeepAlive(bytes);
        return held;
    }
}
