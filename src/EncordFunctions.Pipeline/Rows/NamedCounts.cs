using System.Text;
using System.Text.Json;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>
/// How many of each name. What is past the number of names or the length of text that a table property holds is counted under
/// <see cref="Others"/>, so that the sum is always right and memory does not grow with what an export invents.
/// </summary>
internal sealed class NamedCounts
{
    public const string Others = "*";
    private const int MostNames = 5_000;
    private const int MostChars = 30_000;

    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Counts => _counts;

    public long Total => _counts.Values.Sum();

    public void Add(string name, long count = 1)
    {
        if (_counts.TryGetValue(name, out var before)) _counts[name] = before + count;
        else if (_counts.Count < MostNames || name == Others) _counts.Add(name, count);
        else Add(Others, count);
    }

    /// <summary>Adds what <see cref="ToJson"/> gave.</summary>
    public void AddJson(string? json)
    {
        if (json is null) return;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            Add(name, reader.GetInt64());
        }
    }

    /// <summary>An object of name and number that fits a table property; null where nothing was counted.</summary>
    public string? ToJson()
    {
        if (_counts.Count == 0) return null;
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream);
        long others = 0;
        writer.WriteStartObject();
        foreach (var (name, count) in _counts)
        {
            if (name == Others || writer.BytesCommitted + writer.BytesPending + (6 * name.Length) > MostChars) others += count;
            else writer.WriteNumber(name, count);
        }
        if (others > 0) writer.WriteNumber(Others, others);
        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
