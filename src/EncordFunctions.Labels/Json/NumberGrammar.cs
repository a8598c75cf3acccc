namespace EncordFunctions.Labels.Json;

/// <summary>Checks that bytes are a JSON number, however they are cut into pieces.</summary>
internal struct NumberGrammar
{
    private Part _part;

    private enum Part : byte
    {
        Minus,
        Zero,
        Integer,
        Point,
        Fraction,
        Exponent,
        ExponentSign,
        ExponentDigits,
        Ended,
        Broken,
    }

    /// <summary>Whether the number may end here.</summary>
    public readonly bool CanEnd => _part is Part.Zero or Part.Integer or Part.Fraction or Part.ExponentDigits;

    /// <summary>Whether the number has ended before the byte that <see cref="Push"/> stopped at.</summary>
    public readonly bool HasEnded => _part == Part.Ended;

    /// <summary>Whether the byte that <see cref="Push"/> stopped at can't stand there.</summary>
    public readonly bool IsBroken => _part == Part.Broken;

    /// <summary>Begins a number with its first byte: a minus or a digit.</summary>
    public void Begin(byte first) => _part = first switch
    {
        (byte)'-' => Part.Minus,
        (byte)'0' => Part.Zero,
        _ => Part.Integer,
    };

    /// <summary>Goes on through the number; the index of the first byte that is no part of it, or the length.</summary>
    public int Push(ReadOnlySpan<byte> bytes, int at)
    {
        var part = _part;
        while (true)
        {
            if (part is Part.Integer or Part.Fraction or Part.ExponentDigits)
            {
                while (at < bytes.Length && IsDigit(bytes[at])) at++;
            }
            if (at == bytes.Length) break;
            part = Following(part, bytes[at]);
            if (part >= Part.Ended) break;
            at++;
        }
        _part = part;
        return at;
    }

    private static Part Following(Part part, byte value) => part switch
    {
        Part.Zero or Part.Integer when value == '.' => Part.Point,
        Part.Zero or Part.Integer or Part.Fraction when value is (byte)'e' or (byte)'E' => Part.Exponent,
        Part.Zero or Part.Integer or Part.Fraction or Part.ExponentDigits => Part.Ended,
        Part.Minus when value == '0' => Part.Zero,
        Part.Minus when IsDigit(value) => Part.Integer,
        Part.Point when IsDigit(value) => Part.Fraction,
        Part.Exponent when value is (byte)'+' or (byte)'-' => Part.ExponentSign,
        Part.Exponent or Part.ExponentSign when IsDigit(value) => Part.ExponentDigits,
        _ => Part.Broken,
    };

    private static bool IsDigit(byte value) => (uint)(value - '0') <= 9;
}
