namespace EncordFunctions.Pipeline.Tests.Running.Memory.Tables;

/// <summary>The two keys of an entity, in the order a table has them.</summary>
internal readonly record struct EntityKey(string Partition, string Row) : IComparable<EntityKey>
{
    public int CompareTo(EntityKey other) =>
        string.CompareOrdinal(Partition, other.Partition) is not 0 and var order ? order : string.CompareOrdinal(Row, other.Row);
}
