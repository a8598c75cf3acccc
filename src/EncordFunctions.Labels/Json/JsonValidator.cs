namespace EncordFunctions.Labels.Json;

/// <summary>
/// Checks that bytes are one JSON value (RFC 8259), however they are cut into pieces, and names the exact byte where they stop being one.
/// </summary>
/// <remarks>
/// It decides, and tells names that stand in one object twice; no value is decoded. Text is not checked for valid UTF-8 here, since most texts are never used: the reader of a text does.
/// </remarks>
internal sealed partial class JsonValidator
{
    /// <summary>Longer names are refused: those that stand open are held, and an issue quotes them.</summary>
    public const int LongestName = 1 << 20;

    private readonly JsonPath _path = new();
    private State _state = State.Value;
    private NumberGrammar _number;
    private bool _stringIsName;
    private bool _nameIsEscaped;
    private int _nameAt;
    private long _nameOffset;
    private int _hexLeft;
    private byte[] _literal = [];
    private int _literalAt;
    private long _pushed;

    private enum State : byte
    {
        Value,
        ElementOrEnd,
        MemberOrEnd,
        Member,
        Colon,
        AfterValue,
        Done,
        String,
        Escape,
        Hex,
        Number,
        Literal,
    }

    /// <summary>The first members whose names stood in their object before.</summary>
    public IReadOnlyList<JsonRepeat> Repeats => _path.Repeats;

    /// <summary>How many there are in all.</summary>
    public long RepeatCount => _path.RepeatCount;

    /// <summary>Takes the next bytes. Null, or the fault; what comes before <see cref="JsonFault.Offset"/> is a valid beginning.</summary>
    public JsonFault? Push(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var next = Step(bytes, at, out var expected);
            if (expected is not null)
                return new JsonFault(_pushed + next, _path.PointerIn(bytes), $"expected {expected}, found {Show(bytes[next])}");
            at = next;
        }
        if (_stringIsName && _state is (State.String or State.Escape or State.Hex))
        {
            _path.Carry(bytes[_nameAt..]);
            _nameAt = 0;
        }
        _path.Settle(bytes);
        _pushed += bytes.Length;
        return null;
    }

    /// <summary>Says that the bytes have ended. Null, or the fault that they have not.</summary>
    public JsonFault? Complete()
    {
        if (_path.Depth == 0 && (_state == State.Done || (_state == State.Number && _number.CanEnd))) return null;
        var inside = _state switch
        {
            State.String or State.Escape or State.Hex => "a text",
            State.Value when _path.Depth == 0 => "nothing but white space",
            _ when _path.Depth == 0 => "a value",
            _ => _path.InObject ? "an object" : "a list",
        };
        return new JsonFault(_pushed, _path.PointerIn([]), $"the bytes end inside {inside}");
    }

    /// <summary>Consumes at least one byte, or says what was expected at the returned index.</summary>
    private int Step(ReadOnlySpan<byte> bytes, int at, out string? expected)
    {
        expected = null;
        switch (_state)
        {
            case State.String:
                return StepString(bytes, at, out expected);
            case State.Escape or State.Hex:
                return StepEscape(bytes, at, out expected);
            case State.Literal:
                return StepLiteral(bytes, at, out expected);
            case State.Number:
                return StepNumber(bytes, at, out expected);
            default:
                return StepStructure(bytes, at, out expected);
        }
    }

    /// <summary>Goes on through brackets, commas, names and values until a value is cut off, or the bytes end.</summary>
    private int StepStructure(ReadOnlySpan<byte> bytes, int at, out string? expected)
    {
        expected = null;
        while (expected is null)
        {
            if (_state is State.String or >= State.Escape) return at;
            while (at < bytes.Length && JsonBytes.IsWhitespace(bytes[at])) at++;
            if (at == bytes.Length) return at;
            at = _state switch
            {
                State.Value or State.ElementOrEnd => BeginValue(bytes, at, out expected),
                State.AfterValue => AfterValue(bytes[at], at, out expected),
                State.Colon when bytes[at] == ':' => Become(State.Value, at + 1),
                State.MemberOrEnd or State.Member when bytes[at] == '"' => BeginText(bytes, at, isName: true, out expected),
                State.MemberOrEnd when bytes[at] == '}' => Close(at),
                _ => Refuse(at, out expected),
            };
        }
        return at;
    }

    private int AfterValue(byte value, int at, out string? expected)
    {
        expected = null;
        if (value != ',') return value == (_path.InObject ? '}' : ']') ? Close(at) : Refuse(at, out expected);
        _path.MoveOn();
        return Become(_path.InObject ? State.Member : State.Value, at + 1);
    }

    private int Close(int at)
    {
        _path.Close();
        ValueEnded();
        return at + 1;
    }

    private int Become(State state, int at)
    {
        _state = state;
        return at;
    }

    private int Refuse(int at, out string expected)
    {
        expected = _state switch
        {
            State.AfterValue => _path.InObject ? "',' or '}'" : "',' or ']'",
            State.Colon => "':'",
            State.Done => "nothing more",
            State.ElementOrEnd => "a value or ']'",
            State.Value => "a value",
            State.MemberOrEnd => "a member name or '}'",
            _ => "a member name",
        };
        return at;
    }

    private int BeginValue(ReadOnlySpan<byte> bytes, int at, out string? expected)
    {
        expected = null;
        var value = bytes[at];
        switch (value)
        {
            case (byte)'"':
                return BeginText(bytes, at, isName: false, out expected);
            case (byte)'{' or (byte)'[':
                if (_path.Depth == JsonPath.DeepestLevel)
                {
                    expected = $"no more than {JsonPath.DeepestLevel} levels";
                    return at;
                }
                _path.Open(isObject: value == '{');
                return Become(value == '{' ? State.MemberOrEnd : State.ElementOrEnd, at + 1);
            case (byte)']' when _state == State.ElementOrEnd:
                return Close(at);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                _number.Begin(value);
                _state = State.Number;
                return StepNumber(bytes, at + 1, out expected);
            case (byte)'t':
                return BeginLiteral(bytes, at, True);
            case (byte)'f':
                return BeginLiteral(bytes, at, False);
            case (byte)'n':
                return BeginLiteral(bytes, at, Null);
            case (byte)'N' or (byte)'I':
                expected = "a value (JSON knows neither NaN nor Infinity)";
                return at;
            default:
                return Refuse(at, out expected);
        }
    }

    private void ValueEnded() => _state = _path.Depth == 0 ? State.Done : State.AfterValue;

    private static string Show(byte value) => value is > 0x20 and < 0x7f ? $"'{(char)value}'" : $"byte 0x{value:x2}";
}
