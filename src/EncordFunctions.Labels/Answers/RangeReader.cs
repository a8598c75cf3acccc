using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Answers;

/// <summary>Reads <c>range</c>, a list of [start, end] pairs, inclusive at both ends. Null and the empty list say nothing.</summary>
internal static class RangeReader
{
    private const double LargestFrame = 1L << 53;

    /// <summary>Adds the ranges that follow to <paramref name="frames"/>; notes those that are none.</summary>
    public static void Read(ref JsonCursor json, FrameRanges frames, string path, Findings findings)
    {
        var kind = json.Peek();
        if (kind != JsonKind.List)
        {
            if (kind != JsonKind.Null) Note(findings, json.At, path, $"expected a list, found {JsonBytes.NameOf(kind)}");
            json.Skip();
            return;
        }
        json.Enter();
        for (var index = 0; json.NextElement(); index++)
        {
            json.Peek();
            var at = json.At;
            if (ReadPair(ref json) is { } range) frames.Add(range.Start, range.End);
            else Note(findings, at, $"{path}/{index}", "expected [start, end], two frame numbers in ascending order");
        }
    }

    private static FrameRange? ReadPair(ref JsonCursor json)
    {
        if (json.Peek() != JsonKind.List)
        {
            json.Skip();
            return null;
        }
        Span<double> ends = stackalloc double[2];
        var (count, valid) = (0, true);
        json.Enter();
        for (; json.NextElement(); count++)
        {
            var number = double.NaN;
            if (json.Peek() == JsonKind.Number) number = json.ReadNumber();
            else json.Skip();
            valid &= number is >= 0 and <= LargestFrame && number == Math.Floor(number);
            if (count < 2) ends[count] = number;
        }
        return valid && count == 2 && ends[0] <= ends[1] ? new FrameRange((long)ends[0], (long)ends[1]) : null;
    }

    private static void Note(Findings findings, int at, string path, string what) =>
        findings.Note(IssueCatalogue.RangeMalformed, at, path, $"The range is left out: {what}.");
}
