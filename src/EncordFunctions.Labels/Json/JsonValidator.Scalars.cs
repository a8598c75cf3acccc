using System.Buffers;
using System.Text;

namespace EncordFunctions.Labels.Json;

/// <content>Texts, numbers, <c>true</c>, <c>false</c> and <c>null</c>, each of which may be cut into pieces anywhere.</content>
internal sealed partial class JsonValidator
{
    private static readonly byte[] True = [.. "true"u8];
    private static readonly byte[] False = [.. "false"u8];
    private static readonly byte[] Null = [.. "null"u8];

    private static readonly SearchValues<byte> StringStops = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(static value => (byte)value), (byte)'"', (byte)'\\']);

    private int BeginText(ReadOnlySpan<byte> bytes, int at, bool isName, out string? expected)
    {
        _stringIsName = isName;
        if (isName) (_nameAt, _nameOffset, _nameIsEscaped) = (at + 1, _pushed + at, false);
        _state = State.String;
        return StepString(bytes, at + 1, out expected);
    }

    private int BeginLiteral(ReadOnlySpan<byte> bytes, int at, byte[] literal)
    {
        if (bytes[at..].StartsWith(literal))
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
            expected = Encoding.ASCII.GetString(_literal);
            return at;
        }
        if (++_literalAt == _literal.Length) ValueEnded();
        return at + 1;
    }

    private int StepString(ReadOnlySpan<byte> bytes, int at, out string? expected)
    {
        expected = null;
        var run = bytes[at..].IndexOfAny(StringStops);
        var end = run < 0 ? bytes.Length : at + run;
        if (_stringIsName && _nameOffset + 1 + LongestName - _pushed is var limit && limit < end)
        {
            expected = "a name of no more than 1 MiB";
            return (int)Math.Max(at, limit);
        }
        if (run < 0) return bytes.Length;
        at = end;
        switch (bytes[at])
        {
            case (byte)'"' when _stringIsName:
                _path.Name(bytes, _nameAt, at, _nameIsEscaped, _nameOffset);
                _state = State.Colon;
                return at + 1;
            case (byte)'"':
                ValueEnded();
                return at + 1;
            case (byte)'\\':
                _nameIsEscaped = true;
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
        at = _number.Push(bytes, at);
        expected = _number.IsBroken ? bytes[at] == 'I' ? "a digit (JSON knows neither NaN nor Infinity)" : "a digit" : null;
        if (_number.HasEnded) ValueEnded();
        return at;
    }
}
