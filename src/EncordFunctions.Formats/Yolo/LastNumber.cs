namespace EncordFunctions.Formats.Yolo;

/// <summary>
/// Writes coordinates as fractions and keeps the last one: along the edges of pixels every other vertex has the x, or the y, of the one before.
/// </summary>
internal sealed class LastNumber
{
    /// <summary>The room that <see cref="Write"/> needs, whatever it uses.</summary>
    public const int Room = 16;

    private readonly byte[] _text = new byte[Room];
    private double _pixels = double.NaN;
    private int _side;
    private int _length;

    /// <summary>Writes a space and the number.</summary>
    /// <returns>How many bytes that was.</returns>
    public int Write(Span<byte> to, double pixels, int side)
    {
        if (pixels != _pixels || side != _side)
        {
            _length = Fraction.Write(_text, pixels / side);
            (_pixels, _side) = (pixels, side);
        }
        _text.AsSpan(0, Room).CopyTo(to);
        return _length;
    }
}
