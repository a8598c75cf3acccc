using System.Buffers;

namespace EncordFunctions.Labels.Masks;

/// <summary>
/// The text form of runs. A number is a row of characters of 48 + six bits: the low five bits are the next group of the number, least
/// significant first, bit 0x20 says that another follows, and bit 0x10 of the last group is its sign. The first three numbers are runs,
/// every later one is the difference to the run two before.
/// </summary>
internal static class RleText
{
    private const int First = '0';
    private const int More = 0x20;
    private const int Sign = 0x10;

    /// <summary>What two groups hold: numbers from -512 to 511.</summary>
    private const int TwoGroups = 512;

    /// <summary>60 bits: more than a run or a difference can need, and no sum of two overflows.</summary>
    private const int MostGroups = 12;

    /// <summary>Reads <paramref name="text"/> into <paramref name="runs"/> and checks every character and every number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">What the runs may add up to.</param>
    /// <param name="unit">What they count, for messages.</param>
    /// <param name="runs">Room for them.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="left">What is left of <paramref name="most"/> after them.</param>
    /// <returns>The first fault, or null.</returns>
    public static MaskReading.Faulty? Read(ReadOnlySpan<byte> text, int most, string unit, Span<int> runs, out int count, out long left)
    {
        count = 0;
        left = most;
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            long number = text[at] - First;
            if ((ulong)number < More)
            {
                // Most numbers are one group. Flipping the sign bit and taking it off again extends it without a branch.
                number = (number ^ Sign) - Sign;
                at++;
            }
            else if (ReadLong(text, ref at, out number) is { } fault)
            {
                return fault;
            }

            if (count == runs.Length) return Fault(MaskFault.TooFragmented, start, $"The text has more than {Mask.MostRuns} runs.");
            var run = count < 3 ? number : number + runs[count - 2];
            if (run < 0) return Fault(MaskFault.NegativeRun, start, $"Run {count} is {run}.");
            left -= run;
            if (left < 0) return Fault(MaskFault.SumTooLarge, start, $"The runs cover more than {most} {unit} from run {count} on.");
            runs[count++] = (int)run;
        }
        return null;
    }

    private static MaskReading.Faulty? ReadLong(ReadOnlySpan<byte> text, ref int at, out long number)
    {
        number = 0;
        for (var shift = 0; ; shift += 5)
        {
            if (at == text.Length) return Fault(MaskFault.NumberCutShort, at, "The text ends inside a number.");
            var group = text[at] - First;
            if ((uint)group > 63)
                return Fault(MaskFault.IllegalCharacter, at, $"The byte {text[at]} is not between '0' (48) and 'o' (111).");
            if (shift == 5 * MostGroups) return Fault(MaskFault.NumberTooLong, at, $"A number has more than {MostGroups} groups.");
            at++;
            number |= (long)(group & 0x1f) << shift;
            if ((group & More) != 0) continue;
            var unused = 64 - 5 - shift;
            number = number << unused >> unused;
            return null;
        }
    }

    /// <summary>Writes the runs with the fewest groups a number.</summary>
    public static byte[] Write(ReadOnlySpan<int> runs)
    {
        // 33 bits, sign and all, are seven groups.
        const int Longest = 7;
        var rented = ArrayPool<byte>.Shared.Rent(checked(runs.Length * Longest));
        var length = 0;
        for (var run = 0; run < runs.Length; run++)
        {
            var number = run < 3 ? runs[run] : (long)runs[run] - runs[run - 2];
            if ((ulong)(number + TwoGroups) < 2 * TwoGroups)
            {
                // Whether one group is enough is as good as random, so there is no branch to guess it: the second is written in any case.
                var more = (ulong)(number + Sign) < More ? 0 : 1;
                rented[length] = (byte)(First + (number & 0x1f) + (more * More));
                rented[length + 1] = (byte)(First + ((number >> 5) & 0x1f));
                length += 1 + more;
            }
            else
            {
                length = WriteLong(number, rented, length);
            }
        }
        var text = rented.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(rented);
        return text;
    }

    private static int WriteLong(long number, byte[] text, int length)
    {
        bool more;
        do
        {
            var group = (int)number & 0x1f;
            number >>= 5;
            more = number != ((group & Sign) != 0 ? -1 : 0);
            text[length++] = (byte)(First + group + (more ? More : 0));
        }
        while (more);
        return length;
    }

    private static MaskReading.Faulty Fault(MaskFault kind, int at, string message) => new(kind, at, message);
}
