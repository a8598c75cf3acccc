using System.IO.Compression;
using System.Text.Json;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Sample;

public sealed class LoadExportTests
{
    [Fact]
    public async Task A_load_export_is_the_same_bytes_for_the_same_numbers()
    {
        var (one, two, other) = (new MemoryStream(), new MemoryStream(), new MemoryStream());

        await LoadExport.Create(8, 10, seed: 7).WriteZipAsync(one, TestContext.Current.CancellationToken);
        await LoadExport.Create(8, 10, seed: 7).WriteZipAsync(two, TestContext.Current.CancellationToken);
        await LoadExport.Create(8, 10, seed: 8).WriteZipAsync(other, TestContext.Current.CancellationToken);

        Assert.Equal(one.ToArray(), two.ToArray());
        Assert.NotEqual(one.ToArray(), other.ToArray());
    }

    [Fact]
    public async Task Of_fifty_objects_the_mixture_is_that_of_a_busy_project()
    {
        var bytes = new MemoryStream();

        var totals = await LoadExport.Create(5, 50, seed: 1).WriteZipAsync(bytes, TestContext.Current.CancellationToken);

        Assert.Equal(
            [("bitmask", 50), ("bounding_box", 75), ("point", 5), ("polygon", 75), ("polyline", 5), ("rotatable_bounding_box", 15), ("skeleton", 25)],
            totals.Annotations.Select(shape => (shape.Key, shape.Value)));
        using var zip = new ZipArchive(bytes);
        Assert.Equal(totals.JsonBytes, zip.Entries.Single().Length);
        using var rows = await JsonDocument.ParseAsync(zip.Entries.Single().Open(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(5, rows.RootElement.GetArrayLength());
        Assert.Equal(5, rows.RootElement.EnumerateArray().Select(row => row.GetProperty("label_hash").GetString()).Distinct().Count());
    }
}
