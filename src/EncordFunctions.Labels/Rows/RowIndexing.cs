using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Labels.Rows;

/// <summary>What the first reading of a row made of it.</summary>
public abstract record RowIndexing
{
    private RowIndexing()
    {
    }

    /// <summary>The row can be read; its annotations come with the second reading.</summary>
    public sealed record Readable(RowIndex Index) : RowIndexing;

    /// <summary>The row can't be used at all: broken JSON, not a label row, nowhere for its labels to stand.</summary>
    /// <param name="Header">As much of the header as was read.</param>
    /// <param name="Issues">Why; at least one is an error.</param>
    public sealed record Unreadable(LabelRowHeader Header, IReadOnlyList<Issue> Issues) : RowIndexing;
}
