using Azure.Data.Tables;

namespace EncordFunctions.Pipeline.Rehearsing;

/// <summary>An account's tables to a rehearsal.</summary>
internal sealed class RehearsedTables(TableServiceClient standing, Rehearsal rehearsal) : TableServiceClient
{
    /// <inheritdoc/>
    public override TableClient GetTableClient(string tableName) => new RehearsedTable(standing.GetTableClient(tableName), rehearsal);
}
