using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Formats.Privacy;

/// <summary>Copies JSON of any form and treats what is private in it, texts and names of members alike. All else keeps its bytes.</summary>
internal ref struct PrivateJson
{
    // What is read stands as deep as a row allows, and one more object is around it.
    private const int DeepestLevel = 128;

    private static readonly SearchValues<char> PartsOfSecretLinks = SearchValues.Create("?#@\\");

    private readonly ReadOnlySpan<byte> _json;
    private readonly PrivacyPolicy _policy;
    private readonly Utf8JsonWriter _to;
    private Utf8JsonReader _reader;

    private PrivateJson(ReadOnlySpan<byte> json, PrivacyPolicy policy, Utf8JsonWriter to)
    {
        _json = json;
        _policy = policy;
        _to = to;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DeepestLevel });
    }

    /// <summary>What is left of valid JSON; null where nothing is.</summary>
    public static string? Without(string json, PrivacyPolicy policy)
    {
        if (!MayLose(json, policy)) return json;
        var bytes = new ArrayBufferWriter<byte>(json.Length);
        // What is copied is valid, and half a surrogate pair, which the writer would refuse, may stand in it.
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = DeepestLevel, SkipValidation = true };
        using (var to = new Utf8JsonWriter(bytes, options))
        {
            var copy = new PrivateJson(Encoding.UTF8.GetBytes(json), policy, to);
            copy._reader.Read();
            copy.Value(null, null);
        }
        return bytes.WrittenCount == 0 ? null : Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static bool MayLose(string json, PrivacyPolicy policy) =>
        policy.RuleOf(PrivateKind.Email) != PrivacyRule.Keep || policy.RuleOf(PrivateKind.PatientId) != PrivacyRule.Keep
        || policy.RuleOf(PrivateKind.Url) switch
        {
            PrivacyRule.Keep => false,
            PrivacyRule.Strip => json.AsSpan().ContainsAny(PartsOfSecretLinks),
            _ => true,
        };

    /// <summary>Copies the value the reader stands at, under its name in an object, unless it is dropped.</summary>
    private void Value(string? name, PrivateKind? kind)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                WriteName(name);
                _to.WriteStartObject();
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject) Member(kind);
                _to.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                WriteName(name);
                _to.WriteStartArray();
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray) Value(null, kind);
                _to.WriteEndArray();
                break;
            case JsonTokenType.String:
                var text = Text();
                Leaf(name, kind ?? PrivateMembers.Recognised(text), text);
                break;
            case JsonTokenType.Number:
                Leaf(name, kind, kind is null ? "" : Encoding.UTF8.GetString(_reader.ValueSpan));
                break;
            default:
                WriteName(name);
                WriteAsItStands();
                break;
        }
    }

    private void Member(PrivateKind? kind)
    {
        var name = Text();
        _reader.Read();
        kind = PrivateMembers.Named(name) ?? kind;
        var left = PrivateMembers.Recognised(name) is { } own ? _policy.Of(own, name) : name;
        if (left is null || (kind is { } known && _policy.RuleOf(known) == PrivacyRule.Drop)) _reader.Skip();
        else Value(left, kind);
    }

    private void Leaf(string? name, PrivateKind? kind, string text)
    {
        var left = kind is { } known ? _policy.Of(known, text) : text;
        if (left is null) return;
        WriteName(name);
        if (left == text) WriteAsItStands();
        else _to.WriteStringValue(left);
    }

    private void WriteName(string? name)
    {
        if (name is not null) _to.WritePropertyName(name);
    }

    private void WriteAsItStands() =>
        _to.WriteRawValue(_json[(int)_reader.TokenStartIndex..(int)_reader.BytesConsumed], skipInputValidation: true);

    private string Text()
    {
        if (!_reader.ValueIsEscaped) return Encoding.UTF8.GetString(_reader.ValueSpan);
        var decoded = new byte[_reader.ValueSpan.Length];
        return Encoding.UTF8.GetString(decoded, 0, JsonText.Decode(_reader.ValueSpan, decoded));
    }
}
