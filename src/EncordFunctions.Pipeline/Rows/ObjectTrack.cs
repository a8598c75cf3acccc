using System.Text;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Changes;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>One object instance over all its frames. Class, shape and static attributes are those of its first annotation.</summary>
internal sealed class ObjectTrack
{
    private readonly List<FrameRange> _frames = [];

    public ObjectTrack(Annotation first)
    {
        First = first with { Attributes = [] };
        Shape = first.Shape.Name;
        Hull = first.Shape.Bounds;
        Attributes = AnswersJson.Static(first.Attributes);
        DynamicAttributes = AnswersJson.DynamicNames(first.Attributes);
    }

    /// <summary>Its first annotation, for who and what it is.</summary>
    public Annotation First { get; }

    public string Shape { get; }

    public string? Attributes { get; }

    public string? DynamicAttributes { get; }

    /// <summary>The hashes of what it is, to tell whether another export has it alike.</summary>
    public ObjectHashes Hashes { get; } = new();

    /// <summary>The box around everything drawn of it, in pixels; null where nothing is drawn.</summary>
    public Bounds? Hull { get; private set; }

    public long Annotations { get; private set; }

    /// <summary>Its first frame, or where its first range begins; null where it has neither, as in HTML.</summary>
    public long? FirstFrame { get; private set; }

    public long? LastFrame { get; private set; }

    /// <summary>Whether some of its frames are not among the ranges.</summary>
    public bool FramesCut { get; private set; }

    /// <summary>Takes its next annotation.</summary>
    /// <param name="annotation">An annotation of this instance.</param>
    /// <param name="mayBegin">Whether a new range may be kept.</param>
    /// <returns>Whether a new range was.</returns>
    public bool Take(Annotation annotation, bool mayBegin)
    {
        Annotations++;
        if (annotation.Shape.Bounds is { } own) Hull = Hull?.Union(own) ?? own;
        if (FramesOf(annotation) is not var (start, end)) return false;
        FirstFrame = Math.Min(FirstFrame ?? start, start);
        LastFrame = Math.Max(LastFrame ?? end, end);
        if (_frames.Count > 0 && _frames[^1] is var last && start >= last.Start && start <= last.End + 1)
        {
            _frames[^1] = last with { End = Math.Max(last.End, end) };
            return false;
        }
        if (mayBegin) _frames.Add(new FrameRange(start, end));
        else FramesCut = true;
        return mayBegin;
    }

    /// <summary>Its frames as text, <c>0-4,7,9-12</c>, of at most <paramref name="chars"/> characters.</summary>
    public string Frames(int chars)
    {
        var text = new StringBuilder();
        foreach (var (start, end) in Merged())
        {
            var before = text.Length;
            if (before > 0) text.Append(',');
            text.Append(start);
            if (end > start) text.Append('-').Append(end);
            if (text.Length <= chars) continue;
            text.Length = before;
            FramesCut = true;
            break;
        }
        return text.ToString();
    }

    private static FrameRange? FramesOf(Annotation annotation) => annotation switch
    {
        { Frame.Number: var frame } => new FrameRange(frame, frame),
        { Range: LabelRange.Span(var start, var end) } => new FrameRange(start, end ?? start),
        _ => null,
    };

    // Frames come in the order of the file, which is any order.
    private IEnumerable<FrameRange> Merged()
    {
        _frames.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        FrameRange? open = null;
        foreach (var range in _frames)
        {
            if (open is { } before && range.Start <= before.End + 1)
            {
                open = before with { End = Math.Max(before.End, range.End) };
                continue;
            }
            if (open is { } whole) yield return whole;
            open = range;
        }
        if (open is { } final) yield return final;
    }
}
