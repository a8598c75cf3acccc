using System.Buffers;

namespace EncordFunctions.Labels.Json;

/// <summary>
/// Checks that bytes are one JSON value (RFC 8259), however they are cut into pieces, and names the exact byte where they stop being one.
/// </summary>
/// <remarks>
/// It only decides; nothing is decoded. Text is not checked for valid UTF-8 here, since most texts are never used: the reader of a text does.
/// </remarks>
internal sealed class JsonValidator
{
    private const int DeepestLevel = 64;
    private static readonly SearchValues<byte> StringStops = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(static value => (byte)value), (byte)'"', (byte)'\\']);

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
        Minus,
        Zero,
        Integer,
        Point,
        Fraction,
        Exponent,
        ExponentSign,
        ExponentDigits,
        Literal,
    }

    private State _state = State.Value;
    private ulong _objects;
    private int _depth;
    private bool _stringIsName;
    private int _hexLeft;
    private string _literal = "";
    private int _literalAt;
    private long _pushed;

    private bool InObject => (_objects >> (_depth - 1) & 1) == 1;

    /// <summary>Takes the next bytes. Null, or the fault; what comes before <see cref="JsonFault.Offset"/> is a valid beginning.</summary>
    public JsonFault? Push(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var next = Step(bytes, at, out var expected);
            if (expected is not null)
                return new JsonFault(_pushed + next, $"expected {expected}, found {Show(bytes[next])}");
            at = next;
        }
        _pushed += bytes.Length;
        return null;
    }

    /// <summary>Says that the bytes have ended. Null, or the fault that they have not.</summary>
    public JsonFault? Complete()
    {
        if (_depth == 0 && _state is State.Done or State.Zero or State.Integer or State.Fraction or State.ExponentDigits) return null;
        var inside = _state switch
        {
            State.String or State.Escape or State.Hex => "a text",
            State.Value when _depth == 0 => "nothing but white space",
            _ when _depth == 0 => "a value",
            _ => InObject ? "an object" : "a list",
        };
        return new JsonFault(_pushed, $"the bytes end inside {inside}");
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
            case >= State.Minus and <= State.ExponentDigits:
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
        if (value == ',') return Become(InObject ? State.Member : State.Value, at + 1);
        return value == (InObject ? '}' : ']') ? Close(at) : Refuse(at, out expected);
    }

    private int Close(int at)
    {
        _depth--;
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
            State.AfterValue => InObject ? "',' or '}'" : "',' or ']'",
            State.Colon => "':'",
            State.Done => "nothing more",
            State.ElementOrEnd => "a value or ']'",
            State.Value => "a value",
            State.MemberOrEnd => "a member name or '}'",
            _ => "a member name",
        };
        return at;
    }

    private int BeginText(ReadOnlySpan<byte> bytes, int at, bool isName, out string? expected)
    {
        _stringIsName = isName;
        _state = State.String;
        return StepString(bytes, at + 1, out expected);
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
                if (_depth == DeepestLevel)
                {
                    expected = $"no more than {DeepestLevel} levels";
                    return at;
                }
                _objects = value == '{' ? _objects | 1UL << _depth : _objects & ~(1UL << _depth);
                _depth++;
                return Become(value == '{' ? State.MemberOrEnd : State.ElementOrEnd, at + 1);
            case (byte)']' when _state == State.ElementOrEnd:
                return Close(at);
            case (byte)'-':
                return Become(State.Minus, at + 1);
            case (byte)'0':
                _state = State.Zero;
                return StepNumber(bytes, at + 1, out expected);
            case >= (byte)'1' and <= (byte)'9':
                _state = State.Integer;
                return StepNumber(bytes, at + 1, out expected);
            case (byte)'t':
                return BeginLiteral(bytes, at, "true");
            case (byte)'f':
                return BeginLiteral(bytes, at, "false");
            case (byte)'n':
                return BeginLiteral(bytes, at, "null");
            default:
                return Refuse(at, out expected);
        }
    }

    private int BeginLiteral(ReadOnlySpan<byte> bytes, int at, string literal)
    {
        if (bytes.Length - at >= 5 && bytes[at..].StartsWith(literal == "true" ? "true"u8 : literal == "null" ? "null"u8 : "false"u8))
        {
            ValueEnded();
            return at + literal.Length;
        }
        _literal = literal;
        _literalAt = 1;
        return Become(State.Literal, at + 1);
    }

    private int StepLiteral(ReadOnlySpan<byte> bytes, int at, out string? expected)
    {
        expected = null;
        if (bytes[at] != _literal[_literalAt])
        {
            expected = _literal;
            return at;
        }
        if (++_literalAt == _literal.Length) ValueEnded();
        return at + 1;
    }

    private int StepString(ReadOnlySpan<byte> bytes, int at, out string? expected)
    {
        expected = null;
        var run = bytes[at..].IndexOfAny(StringStops);
        if (run < 0) return bytes.Length;
        at += run;
        switch (bytes[at])
        {
            case (byte)'"' when _stringIsName:
                _state = State.Colon;
                return at + 1;
            case (byte)'"':
                ValueEnded();
                return at + 1;
            case (byte)'\\':
                _state = State.Escape;
                return at + 1;
            default:
                expected = "no control character in a text";
                return at;
        }
    }

    private int StepEscape(ReadOnlySpan<byte> bytes, int at, out string? expected)
    {
        expected = null;
        if (_state == State.Hex)
        {
            if (!char.IsAsciiHexDigit((char)bytes[at])) expected = "a hexadecimal digit";
            else if (--_hexLeft == 0) _state = State.String;
        }
        else if (bytes[at] == 'u')
        {
            _hexLeft = 4;
            _state = State.Hex;
        }
        else if ("\"\\/bfnrt"u8.Contains(bytes[at]))
            _state = State.String;
        else
            expected = "an escape sequence";
        return expected is null ? at + 1 : at;
    }

    private int StepNumber(ReadOnlySpan<byte> bytes, int at, out string? expected)
    {
        expected = null;
        while (true)
        {
            if (_state is State.Integer or State.Fraction or State.ExponentDigits)
            {
                while (at < bytes.Length && IsDigit(bytes[at])) at++;
            }
            if (at == bytes.Length) return at;
            var next = Following(_state, bytes[at]);
            if (next == State.Value)
            {
                expected = "a digit";
                return at;
            }
            if (next == State.AfterValue)
            {
                ValueEnded();
                return at;
            }
            _state = next;
            at++;
        }
    }

    /// <summary>What a number becomes by one more byte; <see cref="State.AfterValue"/> where it ended, <see cref="State.Value"/> where it can't.</summary>
    private static State Following(State state, byte value) => state switch
    {
        State.Zero or State.Integer when value == '.' => State.Point,
        State.Zero or State.Integer or State.Fraction when value is (byte)'e' or (byte)'E' => State.Exponent,
        State.Zero or State.Integer or State.Fraction or State.ExponentDigits => State.AfterValue,
        State.Minus when value == '0' => State.Zero,
        State.Minus when IsDigit(value) => State.Integer,
        State.Point when IsDigit(value) => State.Fraction,
        State.Exponent when value is (byte)'+' or (byte)'-' => State.ExponentSign,
        State.Exponent or State.ExponentSign when IsDigit(value) => State.ExponentDigits,
        _ => State.Value,
    };

    private static bool IsDigit(byte value) => (uint)(value - '0') <= 9;

    private void ValueEnded() => _state = _depth == 0 ? State.Done : State.AfterValue;

    private static string Show(byte value) => value is > 0x20 and < 0x7f ? $"'{(char)value}'" : $"byte 0x{value:x2}";
}
