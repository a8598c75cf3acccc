namespace EncordFunctions.Labels.Json;

/// <summary>Reads one value of valid JSON that is in memory whole.</summary>
internal ref struct JsonCursor
{
    private readonly ReadOnlySpan<byte> _json;

    public JsonCursor(ReadOnlySpan<byte> json) => _json = json;

    /// <summary>Index of the next byte; after <see cref="Peek"/> or a step, of the value that follows.</summary>
    public int At { get; private set; }

    /// <summary>Kind of the value that follows.</summary>
    public JsonKind Peek()
    {
        At = JsonBytes.SkipWhitespace(_json, At);
        return At == _json.Length ? JsonKind.End : JsonBytes.KindOf(_json[At]);
    }

    /// <summary>Steps into the list or object that <see cref="Peek"/> found.</summary>
    public void Enter() => At++;

    /// <summary>Steps to the next member's value; false steps out of the object.</summary>
    /// <param name="name">Its name, decoded.</param>
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        if (!Next((byte)'}'))
        {
            name = default;
            return false;
        }
        name = ReadText(out var escaped);
        if (escaped)
        {
            var decoded = new byte[name.Length];
            name = decoded.AsSpan(0, JsonText.Decode(name, decoded));
        }
        At = JsonBytes.SkipWhitespace(_json, At) + 1;
        At = JsonBytes.SkipWhitespace(_json, At);
        return true;
    }

    /// <summary>Steps to the next element; false steps out of the list.</summary>
    public bool NextElement() => Next((byte)']');

    /// <summary>Reads the text that <see cref="Peek"/> found, without its quotes and not decoded.</summary>
    public ReadOnlySpan<byte> ReadText(out bool escaped)
    {
        escaped = false;
        var start = ++At;
        while (true)
        {
            At += _json[At..].IndexOfAny((byte)'"', (byte)'\\');
            if (_json[At] == '"') break;
            escaped = true;
            At += 2;
        }
        return _json[start..At++];
    }

    /// <summary>Reads the number that <see cref="Peek"/> found. Beyond the range of a double it is infinite.</summary>
    public double ReadNumber()
    {
        var number = JsonNumber.Read(_json[At..], out var length);
        At += length;
        return number;
    }

    /// <summary>Steps over the value that follows and returns it.</summary>
    public ReadOnlySpan<byte> Skip()
    {
        var start = At = JsonBytes.SkipWhitespace(_json, At);
        var scanner = new ValueScanner();
        var length = scanner.Push(_json[At..]);
        At = length < 0 ? _json.Length : At + length;
        return _json[start..At];
    }

    private bool Next(byte close)
    {
        At = JsonBytes.SkipWhitespace(_json, At);
        if (_json[At] == ',') At = JsonBytes.SkipWhitespace(_json, At + 1);
        if (_json[At] != close) return true;
        At++;
        return false;
    }
}
