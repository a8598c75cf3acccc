using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>Finds the label rows of an entry while its bytes go by, and what is wrong with what stands around them.</summary>
public sealed class EntryScan
{
    private readonly RowScanner _scanner = new();

    /// <summary>How many bytes went by.</summary>
    public long Length { get; private set; }

    /// <summary>How many label rows were found.</summary>
    public long Rows => _scanner.Count;

    /// <summary>Whether they stand in a list, so that they have places in it.</summary>
    public bool IsList => _scanner.IsList;

    /// <summary>Takes the next bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="found">Gets the rows that ended in them.</param>
    public void Push(ReadOnlySpan<byte> bytes, ICollection<RowSpan> found)
    {
        _scanner.Push(bytes, found);
        Length += bytes.Length;
    }

    /// <summary>Says that the bytes have ended.</summary>
    /// <param name="found">Gets a row that never closed, and those that were found behind it.</param>
    /// <param name="entry">The entry's name.</param>
    /// <returns>What is wrong with the entry, if anything is that no row of it tells.</returns>
    public Issue? Complete(ICollection<RowSpan> found, string entry)
    {
        var closed = found.Count;
        _scanner.Complete(found);
        var endsInRow = found.Count > closed;
        if (_scanner.IsEmpty) return new Issue(ArchiveIssues.EmptyEntry, "The entry holds nothing but white space.", entry, 0, "");

        if (_scanner.MissingComma is { } at) return new Issue(ArchiveIssues.MissingComma, "No comma parts the row that begins here from the one before it.", entry, at, "");

        // A row that never closes carries the fault itself; a list that is cut off behind a whole row has nobody else to say so.
        return _scanner.IsWhole || endsInRow
            ? null
            : new Issue(ArchiveIssues.UnclosedList, "The list of label rows ends without its closing bracket; rows may be missing.", entry, Length, "");
    }
}
