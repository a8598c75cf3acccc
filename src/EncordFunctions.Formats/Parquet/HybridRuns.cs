using System.Buffers;
using System.Numerics;
using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats.Parquet;

/// <summary>
/// Parquet's mixture of run lengths and packed bits: a value that comes eight times or more in a row is a run, the others are packed in groups
/// of eight, the low bit first.
/// </summary>
internal static class HybridRuns
{
    private const int Group = 8;

    /// <summary>How many bits hold all of that many different values; at least one, for not every reader takes none.</summary>
    public static int WidthFor(int count) => Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)Math.Max(count - 1, 0)));

    /// <summary>Writes values of <paramref name="width"/> bits, of which there may be 1 to 24.</summary>
    public static void Write(IBufferWriter<byte> to, ReadOnlySpan<int> values, int width)
    {
        var packed = 0;
        for (var at = 0; at < values.Length;)
        {
            var run = RunAt(values, at);
            // A run may begin only where whole groups end; what is missing to the last one is taken from it.
            var lead = (Group - ((at - packed) % Group)) % Group;
            if (run - lead < Group)
            {
                at += run;
                continue;
            }
            at += lead;
            Pack(to, values[packed..at], width);
            WriteRun(to, values[at], run - lead, width);
            at += run - lead;
            packed = at;
        }
        Pack(to, values[packed..], width);
    }

    /// <summary>Writes one bit a value, which <paramref name="bits"/> holds already, the low bit first.</summary>
    public static void WriteBits(IBufferWriter<byte> to, ReadOnlySpan<byte> bits, int count)
    {
        to.WriteVarint(((ulong)((count + 7) / Group) << 1) | 1);
        to.Write(bits[..((count + 7) / Group)]);
    }

    /// <summary>Writes one value that comes <paramref name="count"/> times.</summary>
    public static void WriteRun(IBufferWriter<byte> to, int value, int count, int width)
    {
        to.WriteVarint((ulong)count << 1);
        var bytes = (width + 7) / 8;
        var span = to.GetSpan(bytes);
        for (var i = 0; i < bytes; i++) span[i] = (byte)(value >> (8 * i));
        to.Advance(bytes);
    }

    private static int RunAt(ReadOnlySpan<int> values, int at)
    {
        var other = values[at..].IndexOfAnyExcept(values[at]);
        return other < 0 ? values.Length - at : other;
    }

    private static void Pack(IBufferWriter<byte> to, ReadOnlySpan<int> values, int width)
    {
        if (values.IsEmpty) return;
        var groups = (values.Length + Group - 1) / Group;
        to.WriteVarint(((ulong)groups << 1) | 1);
        var bytes = to.GetSpan(groups * width);
        var (held, bits, used) = (0L, 0, 0);
        foreach (var value in values)
        {
            held |= (long)value << bits;
            for (bits += width; bits >= 8; bits -= 8, held >>= 8) bytes[used++] = (byte)held;
        }
        // The last group is filled up with zeros.
        for (; used < groups * width; held >>= 8) bytes[used++] = (byte)held;
        to.Advance(groups * width);
    }
}
