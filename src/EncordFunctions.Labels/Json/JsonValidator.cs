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
        if (_depth == 0 && _state is State.Done or State.Zero or State.Integer or State.Fraction or State.ExponentDigits && _depth == 0) return null;
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
                at = JsonBytes.SkipWhitespace(bytes, at);
                return at == bytes.Length ? at : StepStructure(bytes, at, out expected);
        }
    }

    private int StepStructure(ReadOnlySpan<byte> bytes, int at, out string? expected)
    {
        expected = null;
        var value = bytes[at];
        switch (_state)
        {
            case State.AfterValue when value == ',':
                _state = InObject ? State.Member : State.Value;
                return at + 1;
            case State.AfterValue or State.MemberOrEnd when value == '}' && InObject:
            case State.AfterValue or State.ElementOrEnd when value == ']' && !InObject:
                _depth--;
                ValueEnded();
                return at + 1;
            case State.Colon when value == ':':
                _state = State.Value;
                return at + 1;
            case State.MemberOrEnd or State.Member when value == '"':
                _stringIsName = true;
                _state = State.String;
                return StepString(bytes, at + 1, out expected);
            case State.Value or State.ElementOrEnd:
                return BeginValue(bytes, at, out expected);
            default:
                expected = _state switch
                {
                    State.AfterValue => InObject ? "',' or '}'" : "',' or ']'",
                    State.Colon => "':'",
                    State.Done => "nothing more",
                    _ => "a member name",
                };
                return at;
        }
    }

    private int BeginValue(ReadOnlySpan<byte> bytes, int at, out string? expected)
    {
        expected = null;
        switch (bytes[at])
        {
            case (byte)'"':
                _stringIsName = false;
                _state = State.String;
                return StepString(bytes, at + 1, out expected);
            case (byte)'{' or (byte)'[':
                if (_depth == DeepestLevel)
                {
                    expected = $"no more than {DeepestLevel} levels";
                    return at;
                }
                var isObject = bytes[at] == '{';
                _objects = isObject ? _objects | 1UL << _depth : _objects & ~(1UL << _depth);
                _depth++;
                _state = isObject ? State.MemberOrEnd : State.ElementOrEnd;
                return at + 1;
            case (byte)'-':
                _state = State.Minus;
                return at + 1;
            case (byte)'0':
                _state = State.Zero;
                return at + 1;
            case >= (byte)'1' and <= (byte)'9':
                _state = State.Integer;
                return StepNumber(bytes, at, out expected);
            case (byte)'t':
                return BeginLiteral("true", at);
            case (byte)'f':
                return BeginLiteral("false", at);
            case (byte)'n':
                return BeginLiteral("null", at);
            default:
                expected = _state == State.ElementOrEnd ? "a value or ']'" : "a value";
                return at;
        }
    }

    private int BeginLiteral(string literal, int at)
    {
        _literal = literal;
        _literalAt = 1;
        _state = State.Literal;
        return at + 1;
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
        var state = _state;
        for (; at < bytes.Length; at++)
        {
            var value = bytes[at];
            var digit = (uint)(value - '0') <= 9;
            switch (state)
            {
                case State.Integer or State.Fraction or State.ExponentDigits when digit:
                    continue;
                case State.Point when digit:
                    state = State.Fraction;
                    continue;
                case State.Zero or State.Integer when value == '.':
                    state = State.Point;
                    continue;
                case State.Zero or State.Integer or State.Fraction when value is (byte)'e' or (byte)'E':
                    state = State.Exponent;
                    continue;
                case State.Minus when digit:
                    state = value == '0' ? State.Zero : State.Integer;
                    continue;
                case State.Exponent when value is (byte)'+' or (byte)'-':
                    state = State.ExponentSign;
                    continue;
                case State.Exponent or State.ExponentSign when digit:
                    state = State.ExponentDigits;
                    continue;
                case State.Minus or State.Point or State.Exponent or State.ExponentSign:
                    expected = "a digit";
                    return at;
                default:
                    ValueEnded();
                    return at;
            }
        }
        _state = state;
        return at;
    }

    private void ValueEnded() => _state = _depth == 0 ? State.Done : State.AfterValue;

    private static string Show(byte value) => value is > 0x20 and < 0x7f ? $"'{(char)value}'" : $"byte 0x{value:x2}";
}
