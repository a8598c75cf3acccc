using System.Buffers;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Yolo;

/// <summary>One line of a label file without its class, while it is made.</summary>
internal sealed class YoloLine
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly List<LedgerReason> _losses = [];
    private readonly LastNumber _x = new();
    private readonly LastNumber _y = new();

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
    public void WriteVertex(double x, double y) => WriteVertices([new Vertex(x, y)]);

    /// <summary>Vertices, one after the other.</summary>
    public void WriteVertices(ReadOnlySpan<Vertex> vertices)
    {
        const int AtOnce = 256;
        while (!vertices.IsEmpty)
        {
            var some = vertices[..Math.Min(vertices.Length, AtOnce)];
            vertices = vertices[some.Length..];
            var text = _text.GetSpan(2 * LastNumber.Room * some.Length);
            var used = 0;
            foreach (var (x, y) in some)
            {
                used += _x.Write(text[used..], x, Size.Width);
                used += _y.Write(text[used..], y, Size.Height);
            }
            _text.Advance(used);
        }
    }

    /// <summary>The next of the points it ends in: 2 seen, 1 hidden, 0 not there.</summary>
    public void WriteKeypoint(Vertex at, byte visibility)
    {
        Keypoints++;
        WriteVertex(at.X, at.Y);
        _text.Write([(byte)' ', (byte)('0' + visibility)]);
    }
}
