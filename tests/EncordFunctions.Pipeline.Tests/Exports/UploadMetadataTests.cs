using System.Text.Json;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tests.Running;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Pipeline.Tests.Exports;

[Collection(nameof(OnAzurite))]
public sealed class UploadMetadataTests(AzuriteStorage azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_uploader_set_is_in_the_table_in_the_summary_and_sorted_in_the_manifest()
    {
        var pipe = new Pipe(azurite.ConnectionString);
        await pipe.ClearAsync();
        var metadata = new Dictionary<string, string> { ["run"] = "7 <\"a\">", ["project"] = "p1", ["hdi_isfolder"] = "false" };
        var export = await pipe.UnpackAsync(await pipe.DropAsync("metadata.zip", RowText.Zip(("a.json", RowText.Image("r1"))), metadata));
        await pipe.RestAsync();

        var summary = (await pipe.Reader.FindAsync(export, Stop))!;
        Assert.Equal([("project", "p1"), ("run", "7 <\"a\">")], summary.Metadata.Select(static entry => (entry.Key, entry.Value)));
        var manifest = await pipe.Storage.Derivatives.GetBlobClient($"{export}/manifest.json").DownloadContentAsync(Stop);
        using var json = JsonDocument.Parse(manifest.Value.Content);
        Assert.Equal(["project", "run"], json.RootElement.GetProperty("metadata").EnumerateObject().Select(static member => member.Name));
    }

    [Fact]
    public void Keys_that_differ_only_in_case_are_one_and_those_of_the_platform_are_none()
    {
        var text = UploadMetadata.Write(
            [new("run", "b"), new("Run", "a"), new("HDI_isfolder", "true"), new("AzureWebJobsParentId", "1"), new("encordfunctions_sha256", "0")], out var leftOut);

        Assert.Equal(("{\"Run\":\"a\"}", 0), (text, leftOut));
        Assert.Null(UploadMetadata.Write([], out _));
        Assert.Empty(UploadMetadata.Read(null));
    }

    [Fact]
    public void What_does_not_fit_a_property_is_left_out_entry_by_entry()
    {
        var quotes = new string('"', 10_000);
        var text = UploadMetadata.Write([new("a", quotes), new("b", quotes), new("c", "fits")], out var leftOut);

        Assert.Equal(["a", "c"], UploadMetadata.Read(text).Keys);
        Assert.Equal(1, leftOut);
        Assert.InRange(text!.Length, 20_000, StorageLimits.TextChars);
    }

    [Fact]
    public void The_longest_name_of_an_upload_fits_its_message()
    {
        foreach (var c in (char[])['a', '\u0001', '"', '\u20ac', '\ud7ff'])
        {
            var message = new UploadMessage(new string(c, StorageLimits.BlobNameChars)).ToMessage();
            Assert.InRange(message.ToMemory().Length, StorageLimits.BlobNameChars, UploadMessage.MostBytes);
            Assert.Equal(new string(c, StorageLimits.BlobNameChars), UploadMessage.Read(message).Blob);
        }
    }
}
