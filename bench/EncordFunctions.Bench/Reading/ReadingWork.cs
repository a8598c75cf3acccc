using System.IO.Compression;
using System.Text.Json;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Unpacking;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Bench.Reading;

/// <summary>What is measured over an export: our way, the steps it has, and what the runtime alone takes. Each returns something it counted.</summary>
internal sealed class ReadingWork(ReadingInput input)
{
    private readonly byte[] _buffer = new byte[1 << 18];
    private readonly byte[] _json = new byte[input.Entries.Max(static entry => entry.Length)];
    private readonly List<RowSpan> _spans = [];

    /// <summary>Zip to annotations in pixels: inflate and check sum, find the rows, read each twice.</summary>
    public async Task<long> ReadAsync()
    {
        var annotations = 0L;
        await using var reader = new ZipEntryReader(new MemorySource(input.Zip), input.Directory);
        foreach (var entry in input.Directory.RowEntries)
        {
            _spans.Clear();
            var scan = new EntryScan();
            await using (var content = await reader.OpenAsync(entry, default))
            {
                for (int read; (read = await content.ReadAsync(_json.AsMemory((int)scan.Length, (int)Math.Min(_buffer.Length, _json.Length - scan.Length)))) > 0;)
                    scan.Push(_json.AsSpan((int)scan.Length, read), _spans);
            }
            scan.Complete(_spans, "");
            foreach (var span in _spans) annotations += await ReadRowAsync(_json, span, twice: true);
        }
        return annotations;
    }

    /// <summary>The rows' first reading alone: validation and what the frames need.</summary>
    public async Task<long> IndexAsync()
    {
        foreach (var entry in input.Entries)
        {
            Scan(entry);
            foreach (var span in _spans) await ReadRowAsync(entry, span, twice: false);
        }
        return input.JsonBytes;
    }

    /// <summary>Finding the rows alone.</summary>
    public Task<long> ScanAsync()
    {
        var rows = 0L;
        foreach (var entry in input.Entries) rows += Scan(entry);
        return Task.FromResult(rows);
    }

    /// <summary>The floor of inflating.</summary>
    public async Task<long> InflateAsync()
    {
        var bytes = 0L;
        using var zip = new ZipArchive(new MemoryStream(input.Zip));
        foreach (var entry in input.Directory.RowEntries)
        {
            await using var content = await zip.GetEntry(entry.Name)!.OpenAsync();
            for (int read; (read = await content.ReadAsync(_buffer)) > 0;) bytes += read;
        }
        return bytes;
    }

    /// <summary>The floor of reading JSON: every token once, nothing decoded.</summary>
    public Task<long> TokensAsync()
    {
        var tokens = 0L;
        foreach (var entry in input.Entries)
        {
            var reader = new Utf8JsonReader(entry);
            while (reader.Read()) tokens++;
        }
        return Task.FromResult(tokens);
    }

    private int Scan(byte[] entry)
    {
        _spans.Clear();
        var scan = new EntryScan();
        // In pieces, as they come out of the zip.
        for (var at = 0; at < entry.Length; at += _buffer.Length) scan.Push(entry.AsSpan(at, Math.Min(_buffer.Length, entry.Length - at)), _spans);
        scan.Complete(_spans, "");
        return _spans.Count;
    }

    private static async Task<long> ReadRowAsync(byte[] json, RowSpan span, bool twice)
    {
        var reader = new LabelRowReader(new RowPlace("labels.json", span.Offset, ""));
        var indexing = await reader.IndexAsync(Open(), default);
        if (indexing is not RowIndexing.Readable { Index: var index }) throw new InvalidOperationException("A good row was rejected; its figures would be worthless.");
        if (!twice) return 0;
        var annotations = 0L;
        await foreach (var next in reader.ReadAsync(Open(), index, default))
        {
            if (next is RowEvent.AnnotationRead) annotations++;
        }
        return annotations;

        MemoryStream Open() => new(json, (int)span.Offset, (int)span.Length);
    }
}
