using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats.Parquet;

/// <summary>The columns that are the same for a whole label row.</summary>
internal sealed class RowColumns
{
    private readonly WholeColumn _ordinals = new("ordinal", ColumnKind.Int32, optional: false);
    private readonly TextColumn[] _texts =
    [
        new("label_hash"), new("branch_name"), new("dataset_hash"), new("dataset_title"), new("data_hash"), new("data_title"), new("data_type"),
    ];

    private byte[] _record = [];
    private int _ordinal;

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<ParquetColumn> All => [_ordinals, .. _texts];

    /// <summary>Takes the record that <see cref="RowRecord"/> wrote: the values of all rows of the table until the next one comes.</summary>
    public void Begin(int ordinal, ReadOnlySpan<byte> record) => (_ordinal, _record) = (ordinal, record[1..].ToArray());

    /// <summary>Adds a row of the table.</summary>
    public void Add()
    {
        _ordinals.Add(_ordinal);
        var record = new RecordReader(_record);
        foreach (var column in _texts) column.AddFrom(ref record);
    }
}
