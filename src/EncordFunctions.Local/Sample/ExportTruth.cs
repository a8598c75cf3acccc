namespace EncordFunctions.Local.Sample;

/// <summary>Everything an export holds, row by row in the order the rows are met.</summary>
public sealed record ExportTruth(IReadOnlyList<RowTruth> Rows)
{
    /// <summary>All annotations that hold.</summary>
    public int Annotations => Rows.Sum(row => row.Annotations.Count);

    /// <summary>All classifications that hold.</summary>
    public int Classifications => Rows.Sum(row => row.Classifications.Count);

    /// <summary>All bitmasks that hold.</summary>
    public int Masks => Rows.Sum(row => row.Masks);

    /// <summary>Rows that can't be read at all.</summary>
    public int BrokenRows => Rows.Count(row => row.Broken);
}
