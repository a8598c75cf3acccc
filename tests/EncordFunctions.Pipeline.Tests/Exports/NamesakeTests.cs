using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Exports;

[Collection(nameof(OnAzurite))]
public sealed class NamesakeTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private readonly Pipe _pipe = new(azurite.ConnectionString);

    public async ValueTask InitializeAsync() => await _pipe.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_upload_that_is_named_like_an_export_has_rows_of_its_own()
    {
        var export = await _pipe.RunAsync("a.zip", RowText.Zip(("a.json", RowText.List(RowText.Image("r1"), RowText.Image("r2")))));
        var alone = await StorageDump.OfAsync(_pipe.Storage, export);

        // Its partitions lie among the shards of the other one where its hash begins with a digit.
        var content = RowText.Zip(("b.json", RowText.List(RowText.Image("r3"))));
        ExportId namesake;
        do
        {
            namesake = await _pipe.RunAsync($"{export}.zip", content);
        }
        while (!char.IsAsciiDigit(namesake.Value[export.Value.Length + 1]));
        await _pipe.FinishAsync(new FinishedMessage(export.Value).ToMessage());

        Assert.StartsWith($"{export}-", namesake.Value, StringComparison.Ordinal);
        Assert.Equal(alone, await StorageDump.OfAsync(_pipe.Storage, export));
        Assert.Equal(1, (await _pipe.Reader.FindAsync(namesake, TestContext.Current.CancellationToken))!.Rows);
    }
}
