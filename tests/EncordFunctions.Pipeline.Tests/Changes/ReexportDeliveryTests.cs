using Azure.Core;
using Azure.Data.Tables;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Changes;

/// <summary>A re-export in whatever way its messages are delivered, and wherever its process ends: the same bytes.</summary>
[Collection(nameof(OnAzurite))]
public sealed class ReexportDeliveryTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private const string Moved = "2026-01-05 00:00:00";

    private static readonly byte[] First = RowText.Zip(("a.json", RowText.List(RowText.Image("r1", boxes: 2, mask: true), RowText.Image("r2"), RowText.Image("r3"))));
    private static readonly byte[] Second = RowText.Zip(("a.json", RowText.List(
        RowText.Image("r1", boxes: 2, mask: true, edited: Moved).Replace("\"y\": 0.5", "\"y\": 0.625", StringComparison.Ordinal).Replace("033", "042", StringComparison.Ordinal),
        RowText.Image("r2"),
        RowText.Image("r2", boxes: 3, edited: Moved),
        RowText.Image("r4"))));

    private readonly Pipe _pipe = new(azurite.ConnectionString);
    private readonly List<TableEntity> _known = [];
    private string _golden = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _pipe.ClearAsync();
        await _pipe.RunAsync("first.zip", First);
        await foreach (var state in _pipe.Storage.LabelsTable.QueryAsync<TableEntity>(cancellationToken: Stop)) _known.Add(state);
        var export = await _pipe.RunAsync("second.zip", Second);
        _golden = await StorageDump.OfAsync(_pipe.Storage, export);
        Assert.Equal(
            ["m/r1+ moved", "r1/0+ moved", "r1/1+ moved", "r2/1+ added", "r2/2+ added"],
            (await Lines.OfAsync(_pipe.Storage, export))!.Select(change => $"{change.ObjectHash} {Lines.Kinds(change)}"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_message_twice_leaves_what_once_leaves() => await AssertSameAsync(async messages =>
    {
        foreach (var message in messages)
        {
            await _pipe.ProcessAsync(message);
            await _pipe.ProcessAsync(message);
        }
    });

    [Fact]
    public async Task Messages_in_reverse_order_leave_what_order_leaves() => await AssertSameAsync(async messages =>
    {
        foreach (var message in Enumerable.Reverse(messages)) await _pipe.ProcessAsync(message);
    });

    [Fact]
    public async Task All_messages_at_the_same_time_and_twice_leave_what_one_after_the_other_leaves() =>
        await AssertSameAsync(messages => Task.WhenAll(messages.Concat(messages).Select(_pipe.ProcessAsync)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_crash_at_any_write_of_a_row_changes_what_stands(bool after)
    {
        var points = 0;
        for (var isOver = false; !isOver; points++)
        {
            await AssertSameAsync(async messages =>
            {
                var crash = new CrashPolicy(points + 1, after);
                var mortal = new Pipe(azurite.ConnectionString, options => options.AddPolicy(crash, HttpPipelinePosition.PerCall));
                foreach (var message in messages)
                {
                    try
                    {
                        // After its crash the process is dead: every later step is another process's.
                        await (crash.HasCrashed ? _pipe : mortal).ProcessAsync(message);
                    }
                    catch (CrashException)
                    {
                        await _pipe.ProcessAsync(message);
                    }
                }
                isOver = !crash.HasCrashed;
            });
        }
        Assert.InRange(points, 25, 200);
    }

    private async Task AssertSameAsync(Func<IReadOnlyList<BinaryData>, Task> deliver)
    {
        await _pipe.ClearAsync();
        foreach (var state in _known) await _pipe.Storage.LabelsTable.AddEntityAsync(state, Stop);
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("second.zip", Second));
        await deliver(await Pipe.TakeAllAsync(_pipe.Storage.LabelRows));
        await _pipe.RestAsync();
        Assert.Equal(_golden, await StorageDump.OfAsync(_pipe.Storage, export));
    }
}
