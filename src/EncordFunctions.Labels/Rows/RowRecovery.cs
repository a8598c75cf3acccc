using System.Buffers;

namespace EncordFunctions.Labels.Rows;

/// <summary>
/// Finds the label rows behind one whose brackets or quotes don't close, so that one lost byte doesn't cost the rest of the entry. It looks for
/// what every row begins with, <c>{"label_hash"</c>, in the bytes alone, and counts brackets anew from there. Inside a row that does close,
/// as in the children of a data group, what it found counts for nothing.
/// </summary>
internal sealed class RowRecovery
{
    private const int MostOpen = 8;
    private const int MostBlanks = 32;

    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n"u8);
    private static readonly SearchValues<byte> Between = SearchValues.Create(" \t\r\n,]"u8);

    private readonly List<Candidate> _open = [];
    private readonly List<Candidate> _found = [];
    private readonly byte[] _window = new byte[2 * Longest];
    private int _carried;
    private long _solidBeforeWindow;
    private long _solid;
    private long _seen;
    private long _closedTo;

    /// <summary>The first member of every row, in all exports we know.</summary>
    private static ReadOnlySpan<byte> FirstMember => "\"label_hash\""u8;

    private static int Longest => 1 + MostBlanks + 12;

    /// <summary>Whether a row was found that has not ended yet.</summary>
    public bool IsInRow => _open.Count > 0;

    /// <summary>Whether a row was found.</summary>
    public bool HasFound => _found.Count > 0;

    /// <summary>Begins with the element that starts at <paramref name="start"/>.</summary>
    public void Begin(long start)
    {
        _open.Clear();
        _found.Clear();
        (_carried, _closedTo, _seen, _solid, _solidBeforeWindow) = (0, 0, start, start, start);
    }

    /// <summary>Takes the next bytes of the element, which stand at <paramref name="position"/>.</summary>
    public void Push(ReadOnlySpan<byte> bytes, long position)
    {
        var fed = position;
        var head = Math.Min(bytes.Length, Longest);
        bytes[..head].CopyTo(_window.AsSpan(_carried));
        var window = _window.AsSpan(0, _carried + head);
        // A beginning that lies across the border of two pushes ends in the first bytes of this one.
        for (var from = 0; NextIn(window, ref from) is var at and >= 0;)
        {
            if (from > _carried) fed = Meet(at, position - _carried, window, bytes, position, fed);
        }
        for (var from = 0; NextIn(bytes, ref from) is var at and >= 0;) fed = Meet(at, position, bytes, bytes, position, fed);
        Feed(bytes[(int)(fed - position)..], fed);
        Carry(bytes, position);
    }

    /// <summary>The element has not closed before the entry's end: adds it, as far as it goes, and the rows that were found in it.</summary>
    public void Complete(long start, long end, Action<long, long> add)
    {
        _found.AddRange(_open);
        _found.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        var from = start;
        var closed = false;
        foreach (var row in _found)
        {
            if (row.SolidBefore > from) add(from, row.SolidBefore);
            if (row.End is { } close) add(row.Start, close);
            (from, closed) = (row.End ?? row.Start, row.End is not null);
        }
        var last = closed ? _solid : end;
        if (last > from) add(from, last);
    }

    /// <summary>Index of the next brace that a row may begin with, behind which <paramref name="from"/> is put; -1 where there is none.</summary>
    private static int NextIn(ReadOnlySpan<byte> bytes, ref int from)
    {
        while (bytes[from..].IndexOf(FirstMember) is var index and >= 0)
        {
            var name = from + index;
            from = name + FirstMember.Length;
            var brace = bytes[..name].LastIndexOfAnyExcept(Blank);
            if (brace >= 0 && bytes[brace] == (byte)'{' && name - brace - 1 <= MostBlanks) return brace;
        }
        return -1;
    }

    /// <summary>Opens a candidate at index <paramref name="at"/> of <paramref name="source"/>; returns up to where the open ones are fed.</summary>
    private long Meet(int at, long sourceStart, ReadOnlySpan<byte> source, ReadOnlySpan<byte> bytes, long position, long fed)
    {
        var start = sourceStart + at;
        if (start > fed)
        {
            Feed(bytes[(int)(fed - position)..(int)(start - position)], fed);
            fed = start;
        }
        if (start <= _seen || start < _closedTo) return fed;
        _seen = start;
        var solid = source[..at].LastIndexOfAnyExcept(Between);
        var candidate = new Candidate(start, solid >= 0 ? sourceStart + solid + 1 : sourceStart < position ? _solidBeforeWindow : _solid);
        if (_open.Count == MostOpen)
        {
            _found.Add(_open[0]);
            _open.RemoveAt(0);
        }
        _open.Add(candidate);
        // What stands in earlier pushes has passed the others by already.
        if (start < fed && candidate.Take(source[at..(int)(fed - sourceStart)], start)) Close(_open.Count - 1);
        return fed;
    }

    private void Feed(ReadOnlySpan<byte> bytes, long position)
    {
        for (var i = 0; i < _open.Count; i++)
        {
            if (_open[i].Take(bytes, position)) Close(i);
        }
    }

    /// <summary>A candidate closed: it is a row, and whatever was met inside it is not.</summary>
    private void Close(int index)
    {
        var row = _open[index];
        _open.RemoveRange(index, _open.Count - index);
        _found.RemoveAll(inner => inner.Start > row.Start);
        _found.Add(row);
        _closedTo = row.End!.Value;
    }

    private void Carry(ReadOnlySpan<byte> bytes, long position)
    {
        var solid = bytes.LastIndexOfAnyExcept(Between);
        if (bytes.Length >= Longest)
        {
            var before = bytes[..^Longest].LastIndexOfAnyExcept(Between);
            _solidBeforeWindow = before >= 0 ? position + before + 1 : _solid;
            bytes[^Longest..].CopyTo(_window);
            _carried = Longest;
        }
        else
        {
            var all = _window.AsSpan(0, _carried + bytes.Length);
            var dropped = Math.Max(0, all.Length - Longest);
            var before = all[..dropped].LastIndexOfAnyExcept(Between);
            if (before >= 0) _solidBeforeWindow = position - _carried + before + 1;
            all[dropped..].CopyTo(_window);
            _carried = all.Length - dropped;
        }
        if (solid >= 0) _solid = position + solid + 1;
    }

    /// <summary>A place where a row may begin.</summary>
    private sealed class Candidate(long start, long solidBefore)
    {
        private BracketCounter _brackets = new((byte)'{');

        public long Start => start;

        /// <summary>Where what stands before it ends, commas and white space left out.</summary>
        public long SolidBefore => solidBefore;

        /// <summary>Where it ends; null where it never closes.</summary>
        public long? End { get; private set; }

        public bool Take(ReadOnlySpan<byte> bytes, long position)
        {
            var length = _brackets.FindEnd(bytes);
            if (length >= 0) End = position + length;
            return length >= 0;
        }
    }
}
