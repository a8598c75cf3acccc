using System.Text;

namespace EncordFunctions.Formats.Coco;

/// <summary>
/// The track numbers of an export: those of a row, behind those of the rows before it. In the vendor's form an object that stands in two rows, as
/// copies of a row have it, has one number in both.
/// </summary>
internal sealed class ExportTracks
{
    /// <summary>Of so many objects it is remembered that they were there; a hundred thousand hashes are about 10 MB. Those past them count anew in each row.</summary>
    private const int MostShared = 100_000;

    private readonly Dictionary<string, long> _shared = new(StringComparer.Ordinal);

    // At most as many as a row numbers.
    private readonly List<long> _row = [];
    private long _next;
    private long _rowStart;

    public void BeginRow()
    {
        _row.Clear();
        _rowStart = _next;
    }

    /// <summary>The row's next number is that of this object.</summary>
    public void Add(ReadOnlySpan<byte> objectHash)
    {
        var hash = Encoding.UTF8.GetString(objectHash);
        if (!_shared.TryGetValue(hash, out var number))
        {
            number = _next++;
            if (_shared.Count < MostShared) _shared.Add(hash, number);
        }
        _row.Add(number);
    }

    /// <summary>The number in the export of the row's number.</summary>
    public long Of(long inRow)
    {
        if (_row.Count > 0) return _row[(int)inRow];
        _next = Math.Max(_next, _rowStart + inRow + 1);
        return _rowStart + inRow;
    }
}
