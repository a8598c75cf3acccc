using System.Text.Json;
using System.Text.Json.Serialization;
using EncordFunctions.Formats;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>A row's ledger as text of a table property.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(LedgerLine[]))]
internal sealed partial class RowLedger : JsonSerializerContext
{
    public static string Write(LedgerLine[] lines) => JsonSerializer.Serialize(lines, Default.LedgerLineArray);

    public static LedgerLine[] Read(string? text) => text is null ? [] : JsonSerializer.Deserialize(text, Default.LedgerLineArray) ?? [];
}
