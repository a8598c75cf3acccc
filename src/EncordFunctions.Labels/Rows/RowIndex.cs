namespace EncordFunctions.Labels.Rows;

/// <summary>
/// What the first reading keeps of a row, because the frames need it and it may stand after them: header, data units with their sizes,
/// slice sizes, answers and actions. Frames and annotations are not in it.
/// </summary>
public sealed class RowIndex
{
    /// <summary>The row's own members.</summary>
    public required LabelRowHeader Header { get; init; }

    /// <summary>The data units in file order.</summary>
    public required IReadOnlyList<DataUnit> Units { get; init; }
}
