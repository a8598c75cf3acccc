using EncordFunctions.Browser.Tests;
using EncordFunctions.Formats;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Local.Sample;

[assembly: AssemblyFixture(typeof(WrittenSample))]

namespace EncordFunctions.Browser.Tests;

/// <summary>The sample export, the one with faults behind it, as a folder of files on the disk.</summary>
public sealed class WrittenSample : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("report").FullName;

    public async ValueTask InitializeAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        var (good, bad) = (SampleExport.Create(), SampleExport.CreateWithFault());
        var export = (await ReadExport.OfAsync(good.Name, good.Content, stop)).With(await ReadExport.OfAsync(bad.Name, bad.Content, stop));
        var (files, _) = await export.WriteAsync(new ReportHtml(), [.. Derivatives.Always, new PreviewSvg()], null, stop);
        foreach (var (path, content) in files.Files)
        {
            var file = Path.Combine(Folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, content, stop);
        }
    }

    public string Address(string path) => new Uri(Path.Combine(Folder, path)).AbsoluteUri;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return default;
    }
}
