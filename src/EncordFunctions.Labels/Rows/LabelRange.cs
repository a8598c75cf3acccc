namespace EncordFunctions.Labels.Rows;

/// <summary>A stretch of something that has no frames, or of a continuous timeline.</summary>
public abstract record LabelRange
{
    private LabelRange()
    {
    }

    /// <summary>
    /// From <paramref name="Start"/> to <paramref name="End"/>, inclusive at both ends: milliseconds of audio, characters of text, nanoseconds or
    /// rows of time series. End is null where a continuous object is never deleted.
    /// </summary>
    public sealed record Span(long Start, long? End) : LabelRange;

    /// <summary>From one place in an HTML document to another.</summary>
    public sealed record Html(HtmlPlace Start, HtmlPlace End) : LabelRange;
}
