using System.Buffers;
using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats.Report;

/// <summary>A histogram: how many values lie below its first edge, between two edges, and above its last.</summary>
/// <param name="edges">The edges, ascending; a value on an edge lies above it.</param>
internal sealed class Bins(params double[] edges)
{
    private readonly long[] _counts = new long[edges.Length + 1];

    public IReadOnlyList<long> Counts => _counts;

    public long Total => _counts.Sum();

    public void Add(double value)
    {
        var bin = 0;
        while (bin < edges.Length && value >= edges[bin]) bin++;
        _counts[bin]++;
    }

    public void WriteTo(IBufferWriter<byte> record)
    {
        foreach (var count in _counts) record.WriteWhole(count);
    }

    public void AddFrom(ref RecordReader record)
    {
        for (var bin = 0; bin < _counts.Length; bin++) _counts[bin] += record.ReadWhole();
    }
}
