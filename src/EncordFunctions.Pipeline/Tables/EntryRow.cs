using Azure.Data.Tables;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Tables;

/// <summary>An entry's progress in the Exports table.</summary>
/// <param name="Index">Its place in the archive's directory.</param>
/// <param name="Name">Its name, for display.</param>
/// <param name="State">How far it has come.</param>
/// <param name="FirstOrdinal">Ordinal of its first label row.</param>
/// <param name="Rows">How many label rows it holds.</param>
/// <param name="IsList">Whether its root is a list, so that its rows have places in it.</param>
/// <param name="Bytes">Its inflated size.</param>
/// <param name="Fault">Why it can't be used, if it can't.</param>
internal sealed record EntryRow(
    int Index, string Name, EntryState State, int FirstOrdinal, int Rows, bool IsList, long Bytes, string? Fault = null)
{
    public const string KeyPrefix = "entry-";

    public static EntryRow From(TableEntity entity) => new(
        int.Parse(entity.RowKey.AsSpan(KeyPrefix.Length)),
        entity.GetString(nameof(Name)) ?? "",
        Enum.Parse<EntryState>(entity.GetString(nameof(State))),
        entity.GetInt32(nameof(FirstOrdinal)) ?? 0,
        entity.GetInt32(nameof(Rows)) ?? 0,
        entity.GetBoolean(nameof(IsList)) ?? false,
        entity.GetInt64(nameof(Bytes)) ?? 0,
        entity.GetString(nameof(Fault)));

    public TableEntity ToEntity(ExportId export)
    {
        var entity = new TableEntity(export.Value, $"{KeyPrefix}{Index:D5}")
        {
            [nameof(Name)] = StorageLimits.Cut(Name),
            [nameof(State)] = State.ToString(),
            [nameof(FirstOrdinal)] = FirstOrdinal,
            [nameof(Rows)] = Rows,
            [nameof(IsList)] = IsList,
            [nameof(Bytes)] = Bytes,
        };
        if (Fault is not null) entity[nameof(Fault)] = StorageLimits.Cut(Fault);
        return entity;
    }
}
