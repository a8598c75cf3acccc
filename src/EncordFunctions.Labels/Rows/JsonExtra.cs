using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EncordFunctions.Labels.Rows;

/// <summary>Members that the format is not known to have, gathered as the text of one JSON object.</summary>
internal sealed class JsonExtra
{
    private readonly StringBuilder _members = new();

    /// <summary>Adds a member unless it is longer than what is <paramref name="left"/>, which it takes its length from.</summary>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, ref int left)
    {
        if (name.Length + value.Length > left) return;
        var start = _members.Length;
        Begin(_members, Encoding.UTF8.GetString(name)).Append(Minify(value));
        left -= _members.Length - start;
    }

    /// <summary>The object; null where it has no member.</summary>
    public string? ToJson() => _members.Length == 0 ? null : $"{{{_members}}}";

    /// <summary>Starts one more member of an object's text.</summary>
    public static StringBuilder Begin(StringBuilder members, string name) => members
        .Append(members.Length == 0 ? "" : ",").Append('"').Append(JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()).Append("\":");

    /// <summary>The text of valid JSON without the white space between its values, so that it fits a line.</summary>
    public static string Minify(ReadOnlySpan<byte> json)
    {
        var kept = new byte[json.Length];
        var (length, inText) = (0, false);
        for (var at = 0; at < json.Length; at++)
        {
            if (!inText && Json.JsonBytes.IsWhitespace(json[at])) continue;
            if (json[at] == '"') inText = !inText;
            kept[length++] = json[at];
            if (inText && json[at] == '\\') kept[length++] = json[++at];
        }
        return Encoding.UTF8.GetString(kept, 0, length);
    }
}
