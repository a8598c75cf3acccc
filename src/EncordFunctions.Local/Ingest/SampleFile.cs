using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Ingest;

/// <summary>The sample export as a file, for an ingest that names none.</summary>
internal static class SampleFile
{
    /// <summary>Writes it beside the emulator's data; the same bytes every time, so that a second run meets the same export.</summary>
    public static async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        var sample = SampleExport.Create();
        var path = Path.Combine(LocalFolders.Root, "sample", sample.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, sample.Content, cancellationToken);
        return path;
    }
}
