using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats.Parquet;

/// <summary>The columns of <c>classifications.parquet</c>; docs/parquet.md says what each is.</summary>
internal sealed class ClassificationColumns : IParquetRecords
{
    private readonly RowColumns _row = new();
    private readonly TextColumn[] _identity =
    [
        new("data_unit_hash"), new("data_unit_title"), new("classification_hash"), new("feature_hash"), new("name"), new("value"), new("ranges"),
    ];

    private readonly FlagColumn _global = new("is_global");
    private readonly DoubleColumn _confidence = new("confidence");
    private readonly FlagColumn _manual = new("manual_annotation");
    private readonly TextColumn _createdBy = new("created_by");
    private readonly WholeColumn _createdAt = new("created_at", ColumnKind.Time);
    private readonly TextColumn _editedBy = new("last_edited_by");
    private readonly WholeColumn _editedAt = new("last_edited_at", ColumnKind.Time);
    private readonly TextColumn _answers = new("answers");

    /// <inheritdoc/>
    public IReadOnlyList<ParquetColumn> All =>
        [.. _row.All, .. _identity, _global, _confidence, _manual, _createdBy, _createdAt, _editedBy, _editedAt, _answers];

    /// <inheritdoc/>
    public IReadOnlyList<(string Key, string Value)> Metadata => [];

    /// <inheritdoc/>
    public bool Take(int ordinal, ReadOnlySpan<byte> record)
    {
        if (record[0] == RowRecord.Mark)
        {
            _row.Begin(ordinal, record);
            return false;
        }
        _row.Add();
        var classification = new RecordReader(record[1..]);
        foreach (var column in _identity) column.AddFrom(ref classification);
        _global.AddFrom(ref classification);
        _confidence.AddFrom(ref classification);
        _manual.AddFrom(ref classification);
        _createdBy.AddFrom(ref classification);
        _createdAt.AddFrom(ref classification);
        _editedBy.AddFrom(ref classification);
        _editedAt.AddFrom(ref classification);
        _answers.AddFrom(ref classification);
        return true;
    }
}
