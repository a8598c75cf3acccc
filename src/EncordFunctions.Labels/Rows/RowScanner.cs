namespace EncordFunctions.Labels.Rows;

/// <summary>
/// Finds where each element of an entry begins and ends while its bytes stream by, without parsing them: a list of label rows, or one row.
/// </summary>
public sealed class RowScanner
{
    /// <summary>Takes the next bytes of the entry and adds the rows that end in them to <paramref name="rows"/>.</summary>
    public void Push(ReadOnlySpan<byte> bytes, ICollection<RowSpan> rows) => throw new NotImplementedException();

    /// <summary>Says that the entry has ended; a row that never closed is added as it is, so that reading it names the fault.</summary>
    public void Complete(ICollection<RowSpan> rows) => throw new NotImplementedException();
}
