using System.Text.Json;

namespace EncordFunctions.Bench.Coco;

/// <summary>What the runtime alone takes to write what a run wrote: its bytes as they are, and its JSON from a document that was read before.</summary>
internal sealed class CocoFloor(DiskFolder folder)
{
    private const int Piece = 128 * 1024;

    private readonly byte[] _piece = new byte[Piece];
    private readonly long _bytes = new FileInfo(folder.PathOf(CocoWork.Fragments)).Length + new FileInfo(folder.PathOf(CocoWork.Joined)).Length;
    private JsonDocument? _document;

    /// <summary>As many bytes as the records and the file joined of them have.</summary>
    public async Task<long> WriteBytesAsync()
    {
        await using var file = Create();
        for (var left = _bytes; left > 0; left -= Piece) await file.WriteAsync(_piece.AsMemory(0, (int)Math.Min(left, Piece)));
        return _bytes;
    }

    /// <summary>The joined file. Numbers are copied as text, which is less than ours do.</summary>
    public async Task<long> WriteJsonAsync()
    {
        _document ??= JsonDocument.Parse(await File.ReadAllBytesAsync(folder.PathOf(CocoWork.Joined)));
        await using var file = Create();
        await using var json = new Utf8JsonWriter(file, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        foreach (var list in _document.RootElement.EnumerateObject())
        {
            json.WritePropertyName(list.Name);
            if (list.Value.ValueKind != JsonValueKind.Array)
            {
                list.Value.WriteTo(json);
                continue;
            }
            json.WriteStartArray();
            foreach (var one in list.Value.EnumerateArray())
            {
                one.WriteTo(json);
                if (json.BytesPending > Piece) await json.FlushAsync();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
        return _bytes;
    }

    private FileStream Create() => new(folder.PathOf("floor"), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
}
