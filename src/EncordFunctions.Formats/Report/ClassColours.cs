using System.Buffers;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report;

/// <summary>The colours that annotations give their classes, for exports whose ontology is not there to say it. Of several the first one stays.</summary>
/// <param name="most">How many classes are kept.</param>
internal sealed class ClassColours(int most)
{
    private readonly Dictionary<string, string> _colours = new(StringComparer.Ordinal);

    public void Add(string? featureHash, string? name, string? colour)
    {
        if (colour is { Length: 7 } && Key(featureHash, name) is { Length: <= 120 } key && _colours.Count < most) _colours.TryAdd(key, colour);
    }

    /// <summary>The colour to show a class in.</summary>
    public string Of(string? featureHash, string? name) =>
        Colours.Of(_colours.GetValueOrDefault(Key(featureHash, name)), featureHash, name);

    public void WriteTo(IBufferWriter<byte> record)
    {
        record.WriteWhole(_colours.Count);
        foreach (var (key, colour) in _colours.OrderBy(static one => one.Key, StringComparer.Ordinal))
        {
            record.WriteText(key);
            record.WriteText(colour);
        }
    }

    public void AddFrom(ref RecordReader record)
    {
        for (var classes = record.ReadWhole(); classes > 0; classes--)
        {
            var (key, colour) = (record.ReadText()!, record.ReadText()!);
            if (_colours.Count < most) _colours.TryAdd(key, colour);
        }
    }

    // No hash begins with a line break.
    private static string Key(string? featureHash, string? name) => featureHash ?? $"\n{name}";
}
