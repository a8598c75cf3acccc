using System.Buffers;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Yolo;

/// <summary>One line of a label file without its class, while it is made.</summary>
internal sealed class YoloLine
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly List<LedgerReason> _losses = [];

    /// <summary>The size of the frame that pixels are turned to fractions of.</summary>
    public FrameSize Size { get; private set; }

    /// <summary>The numbers, each with a space before it.</summary>
    public ReadOnlySpan<byte> Text => _text.WrittenSpan;

    /// <summary>What the line can't say.</summary>
    public IReadOnlyList<LedgerReason> Losses => _losses;

    /// <summary>How many points it ends in, of skeletons.</summary>
    public int Keypoints { get; private set; }

    public void Begin(FrameSize size)
    {
        _text.ResetWrittenCount();
        _losses.Clear();
        Size = size;
        Keypoints = 0;
    }

    public void Lose(LedgerReason reason) => _losses.Add(reason);

    /// <summary>A box as its centre, width and height.</summary>
    public void WriteBox(Bounds box)
    {
        WriteVertex(box.X + (box.W / 2), box.Y + (box.H / 2));
        WriteVertex(box.W, box.H);
    }

    /// <summary>A vertex, or a width and a height.</summary>
    public void WriteVertex(double x, double y)
    {
        var text = _text.GetSpan(2 * Fraction.MostBytes);
        var used = Fraction.Write(text, x / Size.Width);
        used += Fraction.Write(text[used..], y / Size.Height);
        _text.Advance(used);
    }

    /// <summary>The next of the points it ends in: 2 seen, 1 hidden, 0 not there.</summary>
    public void WriteKeypoint(Vertex at, byte visibility)
    {
        Keypoints++;
        WriteVertex(at.X, at.Y);
        _text.Write([(byte)' ', (byte)('0' + visibility)]);
    }
}
