using System.Buffers.Text;
using System.Globalization;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Answers;

/// <summary>
/// Reads lists of ranges: <c>[start, end]</c>, whole numbers, inclusive at both ends; of HTML <c>{start, end}</c> or <c>[start, end]</c>, both
/// <c>{xpath, offset}</c>. Null and the empty list say nothing.
/// </summary>
internal sealed class RangeReader
{
    private const double LargestExact = 1L << 53;

    private readonly MemberValues _values;
    private readonly Findings _findings;
    private readonly FrameRanges _seen = new();

    public RangeReader(MemberValues values, Findings findings)
    {
        _values = values;
        _findings = findings;
    }

    /// <summary>The ranges of the list last read, as they stand in it.</summary>
    public List<FrameRange> Spans { get; } = [];

    /// <summary>The HTML ranges of the list last read, as they stand in it.</summary>
    public List<LabelRange.Html> Html { get; } = [];

    /// <summary>Reads the list that follows; notes what in it is no range.</summary>
    public void Read(ref JsonCursor json, string path)
    {
        Spans.Clear();
        Html.Clear();
        var kind = json.Peek();
        if (kind != JsonKind.List)
        {
            if (kind != JsonKind.Null) Note(json.At, path, $"expected a list, found {JsonBytes.NameOf(kind)}");
            json.Skip();
            return;
        }
        _seen.Clear();
        var overlaps = false;
        json.Enter();
        for (var index = 0; json.NextElement(); index++)
        {
            kind = json.Peek();
            var at = json.At;
            var before = Spans.Count;
            var element = new JsonCursor(json.Skip());
            var fault = kind switch
            {
                JsonKind.List => ReadPair(ref element),
                JsonKind.Object => ReadHtml(ref element),
                _ => $"expected [start, end], found {JsonBytes.NameOf(kind)}",
            };
            if (fault is not null) Note(at, $"{path}/{index.ToString(CultureInfo.InvariantCulture)}", fault);
            else if (Spans.Count > before) overlaps = overlaps || Overlaps(at, path, index);
        }
    }

    private bool Overlaps(int at, string path, int index)
    {
        var (start, end) = Spans[^1];
        if (!_seen.Overlaps(start, end))
        {
            _seen.Add(start, end);
            return false;
        }
        _findings.Note(IssueCatalogue.RangesOverlap, at, $"{path}/{index.ToString(CultureInfo.InvariantCulture)}", $"[{start}, {end}] overlaps a range before it in the list; both hold.");
        return true;
    }

    /// <summary>Reads [start, end], of numbers or of HTML places; what is wrong with it, or null.</summary>
    private string? ReadPair(ref JsonCursor json)
    {
        Span<long> ends = stackalloc long[2];
        HtmlPlace? first = null, second = null;
        var count = 0;
        json.Enter();
        for (; json.NextElement(); count++)
        {
            if (json.Peek() == JsonKind.Object)
            {
                if (ReadPlace(ref json) is not { } place) return "a place in HTML has an xpath and an offset";
                (first, second) = count == 0 ? (place, second) : (first, place);
            }
            else if (!TryWhole(ref json, out var number)) return "expected [start, end], two whole numbers from 0 on";
            else if (count < 2) ends[count] = number;
        }
        if (count != 2) return $"expected [start, end], found {count} of it";
        if (first is null != second is null) return "expected [start, end], found a number and a place in HTML";
        if (first is not null) return AddHtml(first, second!);
        if (ends[0] > ends[1]) return $"[{ends[0]}, {ends[1]}] ends before it starts";
        Spans.Add(new FrameRange(ends[0], ends[1]));
        return null;
    }

    private string? ReadHtml(ref JsonCursor json)
    {
        HtmlPlace? start = null, end = null;
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("start"u8)) start = ReadPlace(ref json);
            else if (name.SequenceEqual("end"u8)) end = ReadPlace(ref json);
            else json.Skip();
        }
        return start is null || end is null ? "a range in HTML has a start and an end, each with an xpath and an offset" : AddHtml(start, end);
    }

    private string? AddHtml(HtmlPlace start, HtmlPlace end)
    {
        if (start.XPath == end.XPath && start.Offset > end.Offset) return $"it ends at {end.Offset} before it starts at {start.Offset}";
        Html.Add(new LabelRange.Html(start, end));
        return null;
    }

    private HtmlPlace? ReadPlace(ref JsonCursor json)
    {
        if (json.Peek() != JsonKind.Object)
        {
            json.Skip();
            return null;
        }
        string? path = null;
        long? offset = null;
        json.Enter();
        while (json.NextMember(out var name))
        {
            // Exports before 2025 write node.
            if ((name.SequenceEqual("xpath"u8) || name.SequenceEqual("node"u8)) && json.Peek() == JsonKind.Text) path = _values.Text(ref json, "");
            else if (name.SequenceEqual("offset"u8)) offset = TryWhole(ref json, out var number) ? number : null;
            else json.Skip();
        }
        return path is not null && offset is { } known ? new HtmlPlace(path, known) : null;
    }

    /// <summary>A whole number from 0 on, exact to 64 bits since scenes count in nanoseconds; it may be given as text.</summary>
    private static bool TryWhole(ref JsonCursor json, out long number)
    {
        number = 0;
        var kind = json.Peek();
        var text = kind == JsonKind.Text ? json.ReadText(out _) : json.Skip();
        if (kind is not (JsonKind.Number or JsonKind.Text)) return false;
        if (Utf8Parser.TryParse(text, out number, out var used) && used == text.Length) return number >= 0;
        if (!Utf8Parser.TryParse(text, out double real, out used) || used != text.Length || real is not (>= 0 and <= LargestExact) || real != Math.Floor(real)) return false;
        number = (long)real;
        return true;
    }

    private void Note(int at, string path, string what) => _findings.Note(IssueCatalogue.RangeMalformed, at, path, $"The range is left out: {what}.");
}
