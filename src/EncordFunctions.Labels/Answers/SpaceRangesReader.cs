using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Answers;

/// <summary>Reads <c>spaces</c> of an answer: space id → <c>{type, range}</c>. What the ranges hold tells text from HTML; the type may be missing.</summary>
internal sealed class SpaceRangesReader
{
    private readonly MemberValues _values;
    private readonly RangeReader _ranges;

    public SpaceRangesReader(MemberValues values, RangeReader ranges)
    {
        _values = values;
        _ranges = ranges;
    }

    /// <summary>The entries in file order, but that of <c>root</c>, which the vendor's newest reader ignores too.</summary>
    public List<SpaceRanges> Read(ref JsonCursor json)
    {
        var spaces = new List<SpaceRanges>();
        if (!_values.Enter(ref json, "/spaces", "an object of spaces")) return spaces;
        while (json.NextMember(out var id))
        {
            var space = _values.Strings.Get(id);
            var path = JsonPointer.Append("/spaces", space);
            if (space == "root")
            {
                json.Skip();
                continue;
            }
            var entry = new SpaceRanges(space, [], []) { At = json.At };
            if (!_values.Enter(ref json, path, "an object")) continue;
            while (json.NextMember(out var name))
            {
                if (name.SequenceEqual("range"u8) || name.SequenceEqual("range_html"u8))
                {
                    _ranges.Read(ref json, $"{path}/{_values.Strings.Get(name)}");
                    if (_ranges.Spans.Count > 0) entry = entry with { Spans = [.. _ranges.Spans] };
                    if (_ranges.Html.Count > 0) entry = entry with { Html = [.. _ranges.Html] };
                }
                else
                    json.Skip();
            }
            spaces.Add(entry);
        }
        return spaces;
    }
}
