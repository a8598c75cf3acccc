using System.Text;

namespace EncordFunctions.Formats.Parquet;

/// <summary>The columns that are the same for a whole label row.</summary>
/// <param name="export">The export's id.</param>
internal sealed class RowColumns(string export)
{
    private readonly byte[] _export = Encoding.UTF8.GetBytes(export);
    private readonly TextColumn _exports = new("export", optional: false);
    private readonly WholeColumn _ordinals = new("ordinal", ColumnKind.Int32, optional: false);
    private readonly TextColumn[] _texts =
    [
        new("label_hash"), new("branch_name"), new("dataset_hash"), new("dataset_title"), new("data_hash"), new("data_title"), new("data_type"),
    ];

    private byte[] _record = [];
    private int _ordinal;

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<ParquetColumn> All => [_exports, _ordinals, .. _texts];

    /// <summary>Takes the record that <see cref="RowRecord"/> wrote: the values of all rows of the table until the next one comes.</summary>
    public void Begin(int ordinal, ReadOnlySpan<byte> record) => (_ordinal, _record) = (ordinal, record[1..].ToArray());

    /// <summary>Adds a row of the table.</summary>
    public void Add()
    {
        _exports.Add(_export);
        _ordinals.Add(_ordinal);
        var record = new Fragments.RecordReader(_record);
        foreach (var column in _texts) column.AddFrom(ref record);
    }
}
