using Azure.Data.Tables;

namespace EncordFunctions.Pipeline.Changes;

/// <summary>A row beside what the Labels table knows of it.</summary>
/// <param name="Offered">What the table is to know of it; null where the row has no identity.</param>
/// <param name="Standing">What it knew already; null where it knew nothing, and knows the row now.</param>
/// <param name="Earlier">What the row is compared with; null where that is nothing.</param>
internal sealed record MetRow(TableEntity? Offered, TableEntity? Standing, EarlierRow? Earlier)
{
    /// <summary>Whether what was known is newer than the row.</summary>
    public bool IsOlder => Earlier is not null && Earlier.IsNewerThan(Offered!);
}
