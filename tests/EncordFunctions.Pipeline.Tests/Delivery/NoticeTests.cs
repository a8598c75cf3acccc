using Azure.Core;
using EncordFunctions.Pipeline.Tests.Running;
using EncordFunctions.Pipeline.Tests.Running.Memory;

namespace EncordFunctions.Pipeline.Tests.Delivery;

/// <summary>How often the finish of an export is told.</summary>
public sealed class NoticeTests
{
    private const int Rows = 24;

    [Fact]
    public async Task Rows_that_end_at_the_same_time_tell_the_finish_once()
    {
        var storage = await MemoryStorage.CreateAsync();
        var pipe = new Pipe(storage);
        await pipe.UnpackAsync(await pipe.DropAsync("together.zip", RowText.Zip(("a.json", RowText.List([.. Ids.Select(id => RowText.Image(id))])))));
        // Each counts the verdicts of the shard when all stand, so each sees it full.
        var together = new Meeting(Rows, static request => request.Method == RequestMethod.Get && request.Uri.Path.Contains("LabelRows()", StringComparison.Ordinal));
        var host = new Pipe(storage, options => options.AddPolicy(together, HttpPipelinePosition.PerCall));

        await Task.WhenAll((await Pipe.TakeAllAsync(pipe.Storage.LabelRows)).Select(host.ProcessAsync));

        Assert.Single(await Pipe.TakeAllAsync(pipe.Storage.FinishedExports));
    }

    private static IEnumerable<string> Ids => Enumerable.Range(0, Rows).Select(static i => $"r{i}");
}
