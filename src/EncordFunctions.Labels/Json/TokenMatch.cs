using System.Buffers;

namespace EncordFunctions.Labels.Json;

/// <summary>Goes through valid JSON as long as it is what is expected, white space aside.</summary>
internal ref struct TokenMatch
{
    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("+-.0123456789Ee"u8);

    private readonly ReadOnlySpan<byte> _json;
    private int _at;

    public TokenMatch(ReadOnlySpan<byte> json) => _json = json;

    /// <summary>Takes one byte, if it is the next.</summary>
    public bool Take(byte expected)
    {
        Skip();
        if (_at == _json.Length || _json[_at] != expected) return false;
        _at++;
        return true;
    }

    /// <summary>Takes several bytes, if they are the next.</summary>
    public bool Take(ReadOnlySpan<byte> expected)
    {
        Skip();
        if (!_json[_at..].StartsWith(expected)) return false;
        _at += expected.Length;
        return true;
    }

    /// <summary>Takes a name that is a number, if it is the next.</summary>
    public bool TakeKey(int expected)
    {
        if (!Take((byte)'"')) return false;
        var (start, number) = (_at, 0);
        while (_at < _json.Length && (uint)(_json[_at] - '0') <= 9 && number < 100_000_000) number = (number * 10) + _json[_at++] - '0';
        return number == expected && _at > start && Take((byte)'"');
    }

    /// <summary>Takes the number that is next, spelt as it is.</summary>
    public ReadOnlySpan<byte> Number()
    {
        Skip();
        var rest = _json[_at..];
        var length = rest.IndexOfAnyExcept(NumberBytes);
        if (length < 0) length = rest.Length;
        _at += length;
        return rest[..length];
    }

    /// <summary>Takes a number, if it is the next and spelt like that.</summary>
    public bool TakeNumber(ReadOnlySpan<byte> expected) => !expected.IsEmpty && Take(expected) && (_at == _json.Length || !NumberBytes.Contains(_json[_at]));

    private void Skip()
    {
        while (_at < _json.Length && JsonBytes.IsWhitespace(_json[_at])) _at++;
    }
}
