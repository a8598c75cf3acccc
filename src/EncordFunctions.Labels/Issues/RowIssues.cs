using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Labels.Issues;

/// <summary>Makes issues of one row: adds where the row stands in its entry, and whose it is.</summary>
internal sealed class RowIssues
{
    private readonly RowPlace _place;

    public RowIssues(RowPlace place) => _place = place;

    /// <summary>The row's identity, once read.</summary>
    public string? LabelHash { get; set; }

    /// <summary>An issue at <paramref name="offset"/> and <paramref name="pointer"/>, both from the row on.</summary>
    public Issue At(IssueCode code, long offset, string pointer, string message) =>
        new(code, message, _place.Entry, _place.Offset + offset, _place.Pointer + pointer) { LabelHash = LabelHash };

    /// <summary>An issue about a part of the value at <paramref name="offset"/> and <paramref name="pointer"/>.</summary>
    public Issue At(Finding finding, long offset, string pointer) =>
        At(finding.Code, offset + finding.At, pointer + finding.Path, finding.Message);
}
