namespace EncordFunctions.Fuzz.Driving;

/// <summary>Makes an input of others: one to eight changes, each of a bit, a number, a piece or an end.</summary>
internal sealed class Mutator(FuzzTarget target, int seed)
{
    private const int MostChanges = 8;

    private readonly Random _random = new(seed);

    public byte[] Next(IReadOnlyList<byte[]> corpus)
    {
        var input = new List<byte>(corpus[_random.Next(corpus.Count)]);
        for (var changes = 1 + _random.Next(MostChanges); changes > 0; changes--) Change(input, corpus);
        return [.. input.Take(target.LongestInput)];
    }

    private void Change(List<byte> input, IReadOnlyList<byte[]> corpus)
    {
        var at = _random.Next(input.Count + 1);
        var length = Math.Min(input.Count - at, 1 << _random.Next(10));
        switch (_random.Next(10))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = (byte)_random.Next(256);
                break;
            case 2 when at + 4 <= input.Count:
                var number = BitConverter.ToInt32([.. input.GetRange(at, 4)]) + _random.Next(-2, 3);
                Overwrite(input, at, BitConverter.GetBytes(number));
                break;
            case 3:
                input.RemoveRange(at, length);
                break;
            case 4:
                input.InsertRange(at, [.. input.GetRange(at, length)]);
                break;
            case 5:
                var other = corpus[_random.Next(corpus.Count)];
                var from = _random.Next(other.Length + 1);
                input.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, 1 << _random.Next(12))));
                break;
            case 6:
                Overwrite(input, at, target.Tokens[_random.Next(target.Tokens.Count)]);
                break;
            case 7 when _random.Next(4) == 0:
                input.RemoveRange(at, input.Count - at);
                break;
            default:
                input.InsertRange(at, target.Tokens[_random.Next(target.Tokens.Count)]);
                break;
        }
    }

    private static void Overwrite(List<byte> input, int at, byte[] bytes)
    {
        for (var place = 0; place < bytes.Length && at + place < input.Count; place++) input[at + place] = bytes[place];
    }
}
