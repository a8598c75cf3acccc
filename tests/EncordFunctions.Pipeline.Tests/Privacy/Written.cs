using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Pipeline.Rows;
using ZstdSharp;

namespace EncordFunctions.Pipeline.Tests.Privacy;

/// <summary>All that stands in a storage account but the uploads and their inflated copies, by what it is: as text, and what is compressed in it too.</summary>
public sealed partial class Written
{
    private static readonly byte[] Frame = [0x28, 0xB5, 0x2F, 0xFD];

    private readonly List<(string What, string Text)> _all = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public IReadOnlyList<(string What, string Text)> All => _all;

    public static async Task<Written> InAsync(string connectionString)
    {
        var written = new Written();
        var blobs = new BlobServiceClient(connectionString);
        await foreach (var container in blobs.GetBlobContainersAsync(cancellationToken: Stop))
            if (container.Name != StorageNames.Exports) await written.AddAsync(blobs.GetBlobContainerClient(container.Name));
        var tables = new TableServiceClient(connectionString);
        await foreach (var table in tables.QueryAsync(cancellationToken: Stop)) await written.AddAsync(tables.GetTableClient(table.Name));
        return written;
    }

    public string Of(string what) => string.Join('\n', _all.Where(one => one.What == what).Select(static one => one.Text));

    private async Task AddAsync(BlobContainerClient container)
    {
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, Stop))
        {
            if (container.Name == StorageNames.Staging && Copy().IsMatch(blob.Name)) continue;
            var content = (await container.GetBlobClient(blob.Name).DownloadContentAsync(Stop)).Value.Content.ToArray();
            var metadata = string.Join(' ', blob.Metadata.Select(static pair => $"{pair.Key}={pair.Value}"));
            _all.Add((KindOf(container.Name, blob.Name), $"{blob.Name} {metadata} {Encoding.Latin1.GetString(content)} {Decompressed(content)}"));
        }
    }

    private async Task AddAsync(TableClient table)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: Stop))
        {
            _all.Add((table.Name, string.Join('\n', entity.Where(static pair => pair.Value is not byte[]).Select(static pair => $"{pair.Key}={pair.Value}"))));
            if (entity.GetBinary("Fragment") is { } packed)
                _all.Add(("fragments", Encoding.Latin1.GetString(Unpacked(packed))));
        }
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var fragment = new MemoryStream();
        using (var content = FragmentColumn.Unpack(packed)) content.CopyTo(fragment);
        return fragment.ToArray();
    }

    /// <summary>The pages of Parquet, wherever they lie.</summary>
    private static string Decompressed(byte[] content)
    {
        var text = new StringBuilder();
        for (var at = content.AsSpan().IndexOf(Frame); at >= 0; at = Next(content, at + Frame.Length))
        {
            using var page = new DecompressionStream(new MemoryStream(content, at, content.Length - at));
            var part = new byte[64 * 1024];
            try
            {
                for (var length = page.Read(part); length > 0; length = page.Read(part)) text.Append(Encoding.Latin1.GetString(part, 0, length));
            }
            catch (ZstdException)
            {
                // What follows a frame is not of it.
            }
        }
        return text.ToString();
    }

    private static int Next(ReadOnlySpan<byte> content, int from) => content[from..].IndexOf(Frame) is >= 0 and var at ? from + at : -1;

    private static string KindOf(string container, string name)
    {
        var path = name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];
        if (container == StorageNames.Staging) return path.Split('/')[0];
        return path.StartsWith("rows/", StringComparison.Ordinal) ? path.Split('/')[2] : path.Split('/')[0];
    }

    [GeneratedRegex(@"^[^/]+/[0-9]{5}(\.rows)?$")]
    private static partial Regex Copy();
}
