using System.Collections.Immutable;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Tables;

/// <summary>An entity of a table.</summary>
internal sealed record StoredEntity(EntityKey Key, ImmutableSortedDictionary<string, StoredProperty> Properties, DateTimeOffset Timestamp)
{
    public string ETag => $"W/\"datetime'{Uri.EscapeDataString(Timestamp.ToString("O"))}'\"";

    /// <summary>What a filter compares; null where there is no such property.</summary>
    public IComparable? this[string name] => name switch
    {
        "PartitionKey" => Key.Partition,
        "RowKey" => Key.Row,
        "Timestamp" => Timestamp,
        _ => Properties.GetValueOrDefault(name)?.Value,
    };
}
