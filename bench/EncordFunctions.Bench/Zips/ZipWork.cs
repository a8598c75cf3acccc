using System.Diagnostics;
using System.IO.Compression;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Bench.Zips;

/// <summary>What inflates every entry of a zip on disk. Each returns how many bytes came out.</summary>
internal sealed class ZipWork(string path)
{
    private readonly byte[] _buffer = new byte[1 << 16];

    /// <summary>Ours: the directory checked, every entry inflated and its check sum compared.</summary>
    public async Task<long> ReadAsync()
    {
        using var source = new FileSource(path);
        var directory = ((ZipReading.Readable)await ZipDirectory.ReadAsync(source, ArchiveLimits.Default, default)).Directory;
        await using var reader = new ZipEntryReader(source, directory);
        var bytes = 0L;
        foreach (var entry in directory.RowEntries)
        {
            await using var content = await reader.OpenAsync(entry, default);
            bytes += await CountAsync(content);
            if (content.Verdict is EntryVerdict.Faulty) throw new InvalidOperationException("A good entry was found faulty; its figures would be worthless.");
        }
        return bytes;
    }

    /// <summary>The runtime's archive, which compares no check sum.</summary>
    public async Task<long> ReadByRuntimeAsync()
    {
        await using var zip = await ZipFile.OpenReadAsync(path);
        var bytes = 0L;
        foreach (var entry in zip.Entries)
        {
            await using var content = await entry.OpenAsync();
            bytes += await CountAsync(content);
        }
        return bytes;
    }

    /// <summary>Info-ZIP's test: inflates and compares check sums.</summary>
    public Task<long> TestByUnzipAsync() => RunAsync("-tqq");

    /// <summary>Info-ZIP's extraction to a pipe.</summary>
    public Task<long> PipeByUnzipAsync() => RunAsync("-p");

    private async Task<long> RunAsync(string option)
    {
        using var unzip = Process.Start(new ProcessStartInfo("unzip", [option, path]) { RedirectStandardOutput = true })!;
        var bytes = await CountAsync(unzip.StandardOutput.BaseStream);
        await unzip.WaitForExitAsync();
        return unzip.ExitCode == 0 ? bytes : throw new InvalidOperationException($"unzip {option} left with {unzip.ExitCode}.");
    }

    private async Task<long> CountAsync(Stream content)
    {
        var bytes = 0L;
        for (int read; (read = await content.ReadAsync(_buffer)) > 0;) bytes += read;
        return bytes;
    }
}
