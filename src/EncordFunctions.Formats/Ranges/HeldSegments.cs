using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Ranges;

/// <summary>
/// The segments of a row until they are sorted: by data unit in the order of the row, then by start and end. Those of HTML keep the order of the
/// row, for what stands first in a document only the document knows.
/// </summary>
internal sealed class HeldSegments(RowIndex index)
{
    /// <summary>
    /// How much is held: some 20,000 segments, hours of talk. A row with more is sorted in several parts, so that no row can fill the memory.
    /// </summary>
    private const long MostBytes = 16 << 20;

    // What an annotation with its range takes, and an answer that is its own; together, 695 bytes were measured. Static answers are held for the
    // whole row already.
    private const int AnnotationBytes = 512;
    private const int AnswerBytes = 192;

    private readonly List<(Key Key, Annotation Annotation)> _held = [];
    private readonly Dictionary<DataUnit, int> _places = new(ReferenceEqualityComparer.Instance);
    private long _bytes;

    public bool IsEmpty => _held.Count == 0;

    public bool IsFull => _bytes >= MostBytes;

    public void Add(Annotation annotation)
    {
        var segment = new Segment(annotation);
        var (start, end) = segment.IsHtml ? (0, 0) : (segment.Start, segment.End ?? long.MaxValue);
        _held.Add((new Key(PlaceOf(annotation.Unit), segment.IsHtml, start, end, _held.Count), annotation));
        _bytes += AnnotationBytes;
        foreach (var attribute in annotation.Attributes)
        {
            _bytes += sizeof(long);
            if (attribute.Dynamic) _bytes += AnswerBytes + (attribute.Answer is AnswerValue.Text { Value.Length: var chars } ? chars * sizeof(char) : 0);
        }
    }

    /// <summary>All of them, sorted.</summary>
    public IEnumerable<Segment> Sorted()
    {
        _held.Sort(static (one, other) => one.Key.CompareTo(other.Key));
        foreach (var (_, annotation) in _held) yield return new Segment(annotation);
    }

    public void Clear()
    {
        _held.Clear();
        _bytes = 0;
    }

    private int PlaceOf(DataUnit unit)
    {
        if (_places.Count == 0)
        {
            for (var place = 0; place < index.Units.Count; place++) _places.TryAdd(index.Units[place], place);
        }
        return _places.GetValueOrDefault(unit, -1);
    }

    private readonly record struct Key(int Unit, bool IsHtml, long Start, long End, int Arrival) : IComparable<Key>
    {
        public int CompareTo(Key other) =>
            (Unit, IsHtml, Start, End, Arrival).CompareTo((other.Unit, other.IsHtml, other.Start, other.End, other.Arrival));
    }
}
