using System.Collections.Immutable;
using System.Text.Json;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Tables;

/// <summary>Entities as JSON.</summary>
internal static class EntityJson
{
    private const string TypeSuffix = "@odata.type";

    /// <summary>The key in the body, where it is there, and the properties. A null is no property.</summary>
    public static (EntityKey Key, ImmutableSortedDictionary<string, StoredProperty> Properties) Read(byte[] body)
    {
        var json = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(body)!;
        var own = json.Where(static pair => !IsService(pair.Key) && pair.Value.ValueKind != JsonValueKind.Null);
        return (
            new(json.GetValueOrDefault("PartitionKey").ToString(), json.GetValueOrDefault("RowKey").ToString()),
            own.ToImmutableSortedDictionary(
                static pair => pair.Key,
                pair => new StoredProperty(pair.Value, json.TryGetValue(pair.Key + TypeSuffix, out var type) ? type.GetString() : null),
                StringComparer.Ordinal));
    }

    public static void Write(Utf8JsonWriter json, StoredEntity entity, string[]? select)
    {
        json.WriteStartObject();
        json.WriteString("odata.etag", entity.ETag);
        if (IsWanted("PartitionKey")) json.WriteString("PartitionKey", entity.Key.Partition);
        if (IsWanted("RowKey")) json.WriteString("RowKey", entity.Key.Row);
        if (IsWanted("Timestamp"))
        {
            json.WriteString("Timestamp" + TypeSuffix, "Edm.DateTime");
            json.WriteString("Timestamp", entity.Timestamp.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", System.Globalization.CultureInfo.InvariantCulture));
        }
        foreach (var (name, property) in entity.Properties)
        {
            if (!IsWanted(name)) continue;
            // That a number is no integer is shown by its point.
            if (property is { Type: "Edm.Double", Json.ValueKind: JsonValueKind.Number })
            {
                json.WritePropertyName(name);
                json.WriteRawValue(property.Json.GetDouble() is var number && double.IsInteger(number) ? $"{number:F1}" : property.Json.GetRawText());
                continue;
            }
            if (property.Type is not null) json.WriteString(name + TypeSuffix, property.Type);
            json.WritePropertyName(name);
            property.Json.WriteTo(json);
        }
        json.WriteEndObject();

        bool IsWanted(string name) => select is null || select.Contains(name);
    }

    private static bool IsService(string name) => name is "PartitionKey" or "RowKey" or "Timestamp" || name.Contains("odata.", StringComparison.Ordinal);
}
