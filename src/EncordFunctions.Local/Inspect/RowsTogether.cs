using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline;
using EncordFunctions.Pipeline.Finishing;

namespace EncordFunctions.Local.Inspect;

/// <summary>What only all rows together show, as the finish of an export finds it.</summary>
internal sealed class RowsTogether(Action<Issue, InspectedFile, TextPlace?> tell)
{
    private readonly RowIdentities _identities = new();
    private readonly DataGroups _groups = new();
    private readonly IssueList _issues = new();
    private readonly List<Group> _groupRows = [];

    /// <summary>Takes the next row.</summary>
    public void Take(RowPlace place, InspectedRow row, InspectedFile file, TextPlace? text)
    {
        var header = row.Header;
        _groups.Take(header.LabelHash, header.DataHash, row.Children);
        if (row.Children.Count > 0) _groupRows.Add(new Group(place, header.LabelHash, row.Children, file, text));
        if (row.Verdict != Verdict.Rejected && _identities.Take(place, header.LabelHash, header.BranchName) is { } repeated) Tell(repeated, file, text);
    }

    /// <summary>Says that there are no more rows.</summary>
    public void End(InspectedFile upload)
    {
        foreach (var group in _groupRows)
            foreach (var missing in _groups.Missing(group.Place, group.LabelHash, group.Children)) Tell(missing, group.File, group.Text);
        foreach (var rest in _issues.Rest(Path.GetFileName(upload.Path))) tell(rest, upload, null);
    }

    private void Tell(Issue issue, InspectedFile file, TextPlace? text)
    {
        if (_issues.Add(issue)) tell(issue, file, text);
    }

    private sealed record Group(RowPlace Place, string? LabelHash, IReadOnlyList<GroupChild> Children, InspectedFile File, TextPlace? Text);
}
