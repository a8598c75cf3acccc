using System.Buffers;

namespace EncordFunctions.Labels.Rows;

/// <summary>
/// Finds where each element of an entry begins and ends while its bytes stream by, without parsing them: a list of label rows, or one row.
/// It counts brackets outside strings and checks nothing else, so that a broken row is cut out alone and reading it names its fault.
/// Where a row never closes, or something stands between rows that can't (text, a bracket too many), the next row is known by its first member,
/// <c>label_hash</c>, and what stands before it is one more span, for the same reason.
/// A scanner is for one entry. It keeps no bytes, and the spans don't depend on how the bytes are cut into pushes.
/// </summary>
public sealed class RowScanner
{
    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n"u8);
    private static readonly SearchValues<byte> BareEnd = SearchValues.Create(" \t\r\n,]{}[\":"u8);

    private readonly RowRecovery _recovery = new();
    private State _state = State.Start;
    private BracketCounter _brackets;
    private bool _escaped;
    private int _markLength;
    private long _position;
    private long _start;

    private enum State
    {
        Start,
        FirstElement,
        NextElement,
        Nested,
        Text,
        Bare,
        AfterElement,
        AfterRoot,
        Fault,
    }

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the root is a list: the elements' pointers are then <c>/0</c>, <c>/1</c> and so on; else there's one row with an empty pointer.</summary>
    public bool IsList { get; private set; }

    /// <summary>How many rows were found so far, a faulty rest among them.</summary>
    public long Count { get; private set; }

    /// <summary>Whether the root was closed and nothing but white space followed. Known after <see cref="Complete"/>.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Where the first row begins that no comma parts from the row before it; the rows are found all the same. Null where there is none.</summary>
    public long? MissingComma { get; private set; }

    /// <summary>Whether the entry held nothing but white space. Known after <see cref="Complete"/>.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Takes the next bytes of the entry and adds the rows that end in them to <paramref name="rows"/>.</summary>
    public void Push(ReadOnlySpan<byte> bytes, ICollection<RowSpan> rows)
    {
        while (!bytes.IsEmpty)
        {
            var taken = _state switch
            {
                State.Nested => Nested(bytes, rows),
                State.Text => Text(bytes, rows),
                State.Bare => Bare(bytes, rows),
                State.Fault => Searched(bytes),
                _ => Between(bytes),
            };
            _position += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>
    /// Says that the entry has ended; a row that never closed is added as far as it goes, so that reading it names the fault, and the rows
    /// found behind it. A list that isn't closed behind a whole row adds nothing: <see cref="IsWhole"/> is false then.
    /// </summary>
    public void Complete(ICollection<RowSpan> rows)
    {
        if (_state == State.Start && _markLength is > 0 and < 3)
            _state = State.Fault;
        if (_state == State.Bare)
            EndElement(_position, rows);
        else if (_state is State.Nested or State.Text or State.Fault)
            _recovery.Complete(_start, _position, (start, end) => Add(start, end, rows));
        IsEmpty = _state == State.Start;
        IsWhole = _state == State.AfterRoot;
    }

    /// <summary>Between elements: white space, commas, and the brackets of the root.</summary>
    private int Between(ReadOnlySpan<byte> bytes)
    {
        if (_state == State.Start && _position == _markLength && _markLength < Mark.Length && bytes[0] == Mark[_markLength])
        {
            _markLength++;
            return 1;
        }

        var blanks = bytes.IndexOfAnyExcept(Blank);
        if (_markLength is > 0 and < 3)
            return Begin(State.Fault, 0);
        if (blanks < 0)
            return bytes.Length;
        if (blanks > 0)
            return blanks;
        if (_state == State.Start && bytes[0] == (byte)'[')
            (IsList, _state) = (true, State.FirstElement);
        else if (_state == State.AfterElement && bytes[0] == (byte)',')
            _state = State.NextElement;
        else if (_state is State.AfterElement or State.FirstElement && bytes[0] == (byte)']')
            _state = State.AfterRoot;
        else if (_state == State.AfterElement && bytes[0] == (byte)'{')
        {
            MissingComma ??= _position;
            return BeginElement(bytes[0]);
        }
        else if (_state is State.AfterElement or State.AfterRoot)
            return Begin(State.Fault, _position);
        else
            return BeginElement(bytes[0]);
        return 1;
    }

    private int BeginElement(byte first)
    {
        switch (first)
        {
            case (byte)'{' or (byte)'[':
                _brackets = new BracketCounter(first);
                return Begin(State.Nested, _position);
            case (byte)'"':
                _escaped = false;
                Begin(State.Text, _position);
                return Searched("\""u8);
            default:
                return Begin(BareEnd.Contains(first) ? State.Fault : State.Bare, _position);
        }
    }

    private int Nested(ReadOnlySpan<byte> bytes, ICollection<RowSpan> rows)
    {
        var length = _brackets.FindEnd(bytes);
        if (length < 0)
            return Searched(bytes);
        Searched(bytes[..length]);
        // A row ends inside another only where a quote was lost and the brackets of texts were counted. A list that holds rows is a row
        // whose brace became a bracket, and its end is that of all rows.
        if (_recovery.IsInRow || (_brackets.IsList && _recovery.HasFound))
            _state = State.Fault;
        else
            EndElement(_position + length, rows);
        return length;
    }

    private int Text(ReadOnlySpan<byte> bytes, ICollection<RowSpan> rows)
    {
        if (_escaped)
        {
            _escaped = false;
            return Searched(bytes[..1]);
        }

        var mark = bytes.IndexOfAny((byte)'"', (byte)'\\');
        if (mark < 0)
            return Searched(bytes);
        Searched(bytes[..(mark + 1)]);
        if (bytes[mark] == (byte)'\\')
            _escaped = true;
        else
            EndElement(_position + mark + 1, rows);
        return mark + 1;
    }

    /// <summary>A number, <c>true</c>, <c>null</c> or nonsense: goes to white space, a comma or the end of the list.</summary>
    private int Bare(ReadOnlySpan<byte> bytes, ICollection<RowSpan> rows)
    {
        var length = bytes.IndexOfAny(BareEnd);
        if (length < 0)
            return Searched(bytes);
        Searched(bytes[..length]);
        if (bytes[length] is (byte)',' or (byte)']' || Blank.Contains(bytes[length]))
            EndElement(_position + length, rows);
        else
            _state = State.Fault;
        return length;
    }

    /// <summary>Looks for rows in what may have to be given up; one row alone has none behind it.</summary>
    private int Searched(ReadOnlySpan<byte> bytes)
    {
        if (IsList)
            _recovery.Push(bytes, _position);
        return bytes.Length;
    }

    /// <summary>Begins a row that starts at <paramref name="start"/>; none of its bytes is taken yet.</summary>
    private int Begin(State state, long start)
    {
        (_state, _start) = (state, start);
        _recovery.Begin(start);
        return 0;
    }

    private void EndElement(long end, ICollection<RowSpan> rows)
    {
        Add(_start, end, rows);
        _state = IsList ? State.AfterElement : State.AfterRoot;
    }

    private void Add(long start, long end, ICollection<RowSpan> rows)
    {
        rows.Add(new RowSpan(start, end - start));
        Count++;
    }
}
