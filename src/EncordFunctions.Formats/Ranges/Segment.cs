using System.Diagnostics;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Ranges;

/// <summary>An annotation over a range, in the terms of what it is a range of.</summary>
internal readonly struct Segment
{
    private const string TranscriptMark = "#transcript";

    public Segment(Annotation annotation)
    {
        Annotation = annotation;
        switch (annotation.Range)
        {
            case LabelRange.Span(var start, var end):
                (Start, End) = (start, end);
                Unit = annotation.Shape is not Span { Name: var of } ? "ns" : of switch { "audio" => "ms", "text" => "char", _ => "index" };
                break;
            case LabelRange.Html(var from, var to):
                (Start, End, StartXPath, EndXPath, Unit) = (from.Offset, to.Offset, from.XPath, to.XPath, "html");
                break;
            default:
                throw new UnreachableException($"The range {annotation.Range?.GetType().Name} is no segment.");
        }
    }

    public Annotation Annotation { get; }

    /// <summary>
    /// What start and end count: <c>ms</c> of sound, <c>char</c>acters of text, the <c>index</c> of a time series (rows or nanoseconds, which the
    /// row does not say), <c>ns</c> of a continuous scene, or characters of a text node of <c>html</c>.
    /// </summary>
    public string Unit { get; }

    public long Start { get; }

    /// <summary>The last one that belongs to it; null where it never ends.</summary>
    public long? End { get; }

    /// <summary>
    /// The first one behind it. In HTML it is the same as <see cref="End"/>: nobody states whether the vendor counts the last character in.
    /// </summary>
    public long? EndBefore => End is not { } last || IsHtml || last == long.MaxValue ? End : last + 1;

    public string? StartXPath { get; }

    public string? EndXPath { get; }

    public bool IsSound => Unit == "ms";

    public bool IsHtml => StartXPath is not null;

    /// <summary>What to call its class.</summary>
    public string Label => string.IsNullOrWhiteSpace(Annotation.Name) ? Annotation.FeatureHash ?? "unnamed" : Annotation.Name;

    /// <summary>What is said or written there: the texts of its transcripts, line by line; null where it has none.</summary>
    public string? Text()
    {
        string? text = null;
        foreach (var attribute in Annotation.Attributes)
        {
            if (attribute is not { Dynamic: true, Answer: AnswerValue.Text { Value: var said } }) continue;
            if (attribute.Name?.Contains(TranscriptMark, StringComparison.OrdinalIgnoreCase) == true) text = text is null ? said : $"{text}\n{said}";
        }
        return text;
    }
}
