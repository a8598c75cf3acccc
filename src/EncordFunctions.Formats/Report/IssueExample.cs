using System.Buffers;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Markup;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Formats.Report;

/// <summary>One finding to show for its kind; its texts are cut to what a page has room for. It is of a row, or of none.</summary>
internal sealed record IssueExample(
    int? Ordinal, string Code, Severity Severity, string Title, string Message, string Entry, long Offset, string Pointer, string? ObjectHash, long? Frame)
{
    private const int LongestMessage = 400;
    private const int LongestPlace = 240;

    public static IssueExample Of(Issue issue, int? ordinal) => new(
        ordinal,
        issue.Code.Id,
        issue.Code.Severity,
        issue.Code.Title,
        Cut.To(issue.Message, LongestMessage)!,
        Cut.To(issue.Entry, LongestPlace)!,
        issue.Offset,
        Cut.To(issue.Pointer, LongestPlace)!,
        Cut.To(issue.ObjectHash, LongestPlace),
        issue.Frame);

    public static IssueExample Read(int ordinal, ref RecordReader record) => new(
        ordinal,
        record.ReadText()!,
        (Severity)record.ReadWhole(),
        record.ReadText()!,
        record.ReadText()!,
        record.ReadText()!,
        record.ReadWhole(),
        record.ReadText()!,
        record.ReadText(),
        record.ReadWhole() is 1 ? record.ReadWhole() : null);

    public void WriteTo(IBufferWriter<byte> record)
    {
        record.WriteText(Code);
        record.WriteWhole((long)Severity);
        record.WriteText(Title);
        record.WriteText(Message);
        record.WriteText(Entry);
        record.WriteWhole(Offset);
        record.WriteText(Pointer);
        record.WriteText(ObjectHash);
        record.WriteWhole(Frame is null ? 0 : 1);
        if (Frame is { } frame) record.WriteWhole(frame);
    }
}
