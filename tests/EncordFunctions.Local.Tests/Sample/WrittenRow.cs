using EncordFunctions.Formats;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Local.Tests.Sample;

/// <summary>What is written for a row, on its whole way from the vendor's JSON, without storage.</summary>
internal static class WrittenRow
{
    public static Task<KeptFiles> OfAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        OfAsync(json, Derivatives.Always, cancellationToken);

    public static async Task<KeptFiles> OfAsync(ReadOnlyMemory<byte> json, IReadOnlyList<IRowFormat> formats, CancellationToken cancellationToken)
    {
        var files = new KeptFiles();
        var reader = new LabelRowReader(new RowPlace("labels.json", 0, ""));
        var index = Assert.IsType<RowIndexing.Readable>(await reader.IndexAsync(new MemoryStream(json.ToArray()), cancellationToken)).Index;
        var writers = formats.Select(format => format.Open(new RowContext(0, index, null), files)).ToArray();
        await foreach (var one in reader.ReadAsync(new MemoryStream(json.ToArray()), index, cancellationToken))
        {
            foreach (var writer in writers)
                await writer.WriteAsync(one, cancellationToken);
        }
        foreach (var writer in writers)
        {
            await writer.CompleteAsync(cancellationToken);
            await writer.DisposeAsync();
        }
        return files;
    }
}
