using System.Buffers;
using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats.Report;

/// <summary>How often names occur. Those past a limit are counted as one, so that no export can make it grow.</summary>
/// <param name="most">How many names are counted apart.</param>
internal sealed class NameTally(int most)
{
    private const int LongestName = 120;

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>How often names past the limit occurred.</summary>
    public long Others { get; private set; }

    /// <summary>How many names are counted apart.</summary>
    public int Count => _counts.Count;

    /// <summary>The names, by count, then by name.</summary>
    public IEnumerable<(string Name, long Count)> Largest => _counts
        .OrderByDescending(static one => one.Value).ThenBy(static one => one.Key, StringComparer.Ordinal).Select(static one => (one.Key, one.Value));

    /// <summary>The names in their own order.</summary>
    public IEnumerable<(string Name, long Count)> Sorted => _counts
        .OrderBy(static one => one.Key, StringComparer.Ordinal).Select(static one => (one.Key, one.Value));

    public long Of(string name) => _counts.GetValueOrDefault(name);

    public void Add(string name, long times = 1)
    {
        if (name.Length > LongestName) name = Markup.Cut.To(name, LongestName)!;
        if (_counts.TryGetValue(name, out var known)) _counts[name] = known + times;
        else if (_counts.Count < most) _counts.Add(name, times);
        else Others += times;
    }

    public void WriteTo(IBufferWriter<byte> record)
    {
        record.WriteWhole(_counts.Count);
        foreach (var (name, count) in Sorted)
        {
            record.WriteText(name);
            record.WriteWhole(count);
        }
        record.WriteWhole(Others);
    }

    /// <summary>Adds what <see cref="WriteTo"/> has written.</summary>
    public void AddFrom(ref RecordReader record)
    {
        for (var names = record.ReadWhole(); names > 0; names--) Add(record.ReadText()!, record.ReadWhole());
        Others += record.ReadWhole();
    }
}
