namespace EncordFunctions.Formats.Report;

/// <summary>The rows that are shown one by one: the first ones, and of all the ones with the most to see to. So many and no more are held.</summary>
internal sealed class ContactSheet
{
    /// <summary>How many of the first rows are shown.</summary>
    public const int FirstRows = 24;

    private const int WorstRows = 12;

    private readonly List<RowCard> _first = [];
    private readonly List<RowCard> _worst = [];

    /// <summary>The rows with the most to see to, worst first: rejected ones and those with errors.</summary>
    public IReadOnlyList<RowCard> Worst => _worst;

    /// <summary>The first rows that are not among the worst.</summary>
    public IEnumerable<RowCard> First => _first.Where(card => !_worst.Contains(card));

    /// <summary>Takes the next row, in order of the ordinals.</summary>
    public void Add(RowCard card)
    {
        if (card.Ordinal < FirstRows) _first.Add(card);
        if (card is { IsRejected: false, Errors: 0 }) return;
        // Of equally bad rows the earlier one stays.
        var place = _worst.FindIndex(other => card.Trouble.CompareTo(other.Trouble) > 0);
        if (place < 0) place = _worst.Count;
        if (place >= WorstRows) return;
        _worst.Insert(place, card);
        if (_worst.Count > WorstRows) _worst.RemoveAt(WorstRows);
    }
}
