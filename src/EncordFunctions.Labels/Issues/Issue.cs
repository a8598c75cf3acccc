using EncordFunctions.Labels.Privacy;

namespace EncordFunctions.Labels.Issues;

/// <summary>One finding about the content of an export. A fault of content is always such a value, never an exception.</summary>
/// <param name="Code">Which kind of finding.</param>
/// <param name="Message">What was found, with the offending value, in one line.</param>
/// <param name="Entry">Name of the zip entry (or of the uploaded .json) it stands in.</param>
/// <param name="Offset">Byte offset in the inflated entry.</param>
/// <param name="Pointer">JSON Pointer (RFC 6901) from the root of the entry.</param>
public sealed record Issue(IssueCode Code, string Message, string Entry, long Offset, string Pointer)
{
    // Here, so that no message and no place can quote a signed link or an annotator, and no message a line break, whoever makes them.

    /// <summary>What was found, with the offending value, in one line.</summary>
    public string Message { get; init; } = Showable.Of(Withheld.In(Message));

    /// <summary>JSON Pointer (RFC 6901) from the root of the entry.</summary>
    public string Pointer { get; init; } = Withheld.InPointer(Pointer);

    /// <summary>The label row it belongs to, once known.</summary>
    public string? LabelHash { get; init; }

    /// <summary>The object instance it is about, if it is about one.</summary>
    public string? ObjectHash { get; init; }

    /// <summary>The frame it is on, if it is on one.</summary>
    public long? Frame { get; init; }
}
