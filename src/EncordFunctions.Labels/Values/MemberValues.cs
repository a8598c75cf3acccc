using System.Buffers;
using System.Buffers.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Values;

/// <summary>
/// Reads the plain members of a value. Null reads as absent; what can't be read is absent too, with a note. Numbers and booleans may be
/// given as text: the vendor's page does so, and old captures hold <c>"None"</c>.
/// </summary>
internal sealed class MemberValues
{
    private readonly Findings _findings;

    public MemberValues(Utf8Strings strings, Findings findings)
    {
        Strings = strings;
        _findings = findings;
    }

    /// <summary>Where texts are pooled.</summary>
    public Utf8Strings Strings { get; }

    /// <summary>A text; a number stands for its digits.</summary>
    public string? Text(ref JsonCursor json, string path)
    {
        var kind = json.Peek();
        var at = json.At;
        if (kind == JsonKind.Text)
        {
            var raw = json.ReadText(out var escaped);
            var text = Strings.Get(raw, escaped, out var valid);
            if (!valid) _findings.Note(IssueCatalogue.TextNotUtf8, at, path, "The text is not valid UTF-8; the faulty bytes are replaced.");
            return text;
        }
        var value = json.Skip();
        if (kind == JsonKind.Null) return null;
        if (kind == JsonKind.Number) return Strings.Get(value);
        return WrongKind<string>(at, path, "a text", kind);
    }

    /// <summary>A finite number.</summary>
    public double? Number(ref JsonCursor json, string path)
    {
        var kind = json.Peek();
        var at = json.At;
        switch (kind)
        {
            case JsonKind.Number:
                var number = json.ReadNumber();
                if (double.IsFinite(number)) return number;
                _findings.Note(IssueCatalogue.NumberUnreadable, at, path, "The number is beyond any use.");
                return null;
            case JsonKind.Text:
                var text = json.ReadText(out _);
                if (Utf8Parser.TryParse(text, out double parsed, out var used) && used == text.Length && double.IsFinite(parsed)) return parsed;
                if (!IsAbsent(text)) _findings.Note(IssueCatalogue.NumberUnreadable, at, path, $"\"{Shown.Text(text)}\" is not a number.");
                return null;
            default:
                json.Skip();
                return kind == JsonKind.Null ? null : WrongKind<double?>(at, path, "a number", kind);
        }
    }

    /// <summary>A whole number between <paramref name="least"/> and <paramref name="most"/>.</summary>
    public long? Whole(ref JsonCursor json, string path, long least, long most)
    {
        json.Peek();
        var at = json.At;
        if (Number(ref json, path) is not { } number) return null;
        if (number == Math.Floor(number) && number >= least && number <= most) return (long)number;
        _findings.Note(IssueCatalogue.NumberUnreadable, at, path, $"{number:R} is not a whole number from {least} to {most}.");
        return null;
    }

    /// <summary>Width or height in pixels; 0 where unknown.</summary>
    public int Side(ref JsonCursor json, string path) => (int)(Whole(ref json, path, 0, int.MaxValue) ?? 0);

    /// <summary>A boolean.</summary>
    public bool? Flag(ref JsonCursor json, string path)
    {
        var kind = json.Peek();
        var at = json.At;
        if (kind == JsonKind.Text)
        {
            var text = json.ReadText(out _);
            if (Ascii(text, "true"u8)) return true;
            if (Ascii(text, "false"u8)) return false;
            return IsAbsent(text) ? null : WrongKind<bool?>(at, path, "a boolean", kind);
        }
        json.Skip();
        return kind switch
        {
            JsonKind.True => true,
            JsonKind.False => false,
            JsonKind.Null => null,
            _ => WrongKind<bool?>(at, path, "a boolean", kind),
        };
    }

    /// <summary>A date, in UTC.</summary>
    public DateTimeOffset? Date(ref JsonCursor json, string path)
    {
        var kind = json.Peek();
        var at = json.At;
        if (kind != JsonKind.Text)
        {
            json.Skip();
            return kind == JsonKind.Null ? null : WrongKind<DateTimeOffset?>(at, path, "a date", kind);
        }
        var text = json.ReadText(out _);
        if (Timestamp.TryRead(text, out var utc)) return utc;
        if (!IsAbsent(text)) _findings.Note(IssueCatalogue.DateUnreadable, at, path, $"\"{Shown.Text(text)}\" is not a date in any known form.");
        return null;
    }

    /// <summary>A colour, <c>#RRGGBB</c> in any case.</summary>
    public string? Color(ref JsonCursor json, string path)
    {
        json.Peek();
        var at = json.At;
        var color = Text(ref json, path);
        if (color is not null && !(color.Length == 7 && color[0] == '#' && IsHex(color.AsSpan(1))))
            _findings.Note(IssueCatalogue.ColorUnreadable, at, path, $"\"{color}\" is not a colour of the form #RRGGBB.");
        return color;
    }

    /// <summary>Steps into an object; anything else is stepped over, with a note unless it is null.</summary>
    public bool Enter(ref JsonCursor json, string path, string wanted)
    {
        if (json.Peek() != JsonKind.Object) return SkipOrNote(ref json, path, wanted);
        json.Enter();
        return true;
    }

    /// <summary>Steps over a value of the wrong kind, with a note unless it is null; the result is always false.</summary>
    public bool SkipOrNote(ref JsonCursor json, string path, string wanted)
    {
        var kind = json.Peek();
        var at = json.At;
        json.Skip();
        if (kind != JsonKind.Null) WrongKind<bool>(at, path, wanted, kind);
        return false;
    }

    /// <summary>Records something about a value that is used.</summary>
    public void Note(IssueCode code, int at, string path, string message) => _findings.Note(code, at, path, message);

    private static bool IsAbsent(ReadOnlySpan<byte> text) => text.IsEmpty || Ascii(text, "none"u8) || Ascii(text, "null"u8);

    private static bool Ascii(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => System.Text.Ascii.EqualsIgnoreCase(text, word);

    private static bool IsHex(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(HexDigits);

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private T? WrongKind<T>(int at, string path, string wanted, JsonKind found)
    {
        _findings.Note(IssueCatalogue.WrongKind, at, path, $"Expected {wanted}, found {JsonBytes.NameOf(found)}; read as absent.");
        return default;
    }
}
