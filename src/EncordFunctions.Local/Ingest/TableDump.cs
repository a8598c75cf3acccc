using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Ingest;

/// <summary>Writes what the tables hold of one export: a file a table, a line of JSON an entity, in the order of their keys.</summary>
internal sealed class TableDump(PipelineStorage storage)
{
    // A verdict may hold 64 KB of what its row left to the joins, and a page is held several times over.
    private const int VerdictsAtOnce = 30;

    // The service's own, and which row recorded that its shard is full, which is chance: the same rows give the same files.
    private static readonly string[] LeftOut = ["odata.etag", "Timestamp", "RecordedBy"];
    private static readonly JsonWriterOptions Readable = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes <c>{table}.jsonl</c> for each table.</summary>
    public async Task WriteAsync(ExportId export, string folder, CancellationToken cancellationToken)
    {
        // '.' is the character after '-': the range holds the partitions of this export's shards and rows.
        var parts = $"PartitionKey ge '{export}-' and PartitionKey lt '{export}.'";
        Directory.CreateDirectory(folder);
        await WriteAsync(storage.ExportsTable, $"PartitionKey eq '{export}'", static _ => true);
        await WriteAsync(storage.LabelRowsTable, parts, export.Owns, VerdictsAtOnce);
        await WriteAsync(storage.ObjectsTable, parts, export.Owns);
        await WriteAsync(storage.IssuesTable, parts, export.Owns);
        await WriteAsync(storage.LabelsTable, $"Export eq '{export}'", static _ => true);

        async Task WriteAsync(TableClient table, string filter, Func<string, bool> isOwn, int? atOnce = null)
        {
            await using var file = File.Create(Path.Combine(folder, $"{table.Name}.jsonl"));
            await using var json = new Utf8JsonWriter(file, Readable);
            await foreach (var entity in table.QueryAsync<TableEntity>(filter, atOnce, cancellationToken: cancellationToken))
            {
                if (!isOwn(entity.PartitionKey)) continue;
                Write(json, entity);
                await json.FlushAsync(cancellationToken);
                json.Reset();
                file.WriteByte((byte)'\n');
            }
        }
    }

    private static void Write(Utf8JsonWriter json, TableEntity entity)
    {
        json.WriteStartObject();
        json.WriteString("PartitionKey", entity.PartitionKey);
        json.WriteString("RowKey", entity.RowKey);
        foreach (var (name, value) in entity.OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            // Bytes are what a row left to the joins: nothing to read.
            if (name is "PartitionKey" or "RowKey" || LeftOut.Contains(name) || value is byte[]) continue;
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value);
        }

        json.WriteEndObject();
    }
}
