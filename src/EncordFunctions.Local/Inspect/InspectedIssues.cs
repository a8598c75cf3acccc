using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Local.Inspect;

/// <summary>All issues of one code: how many, and the first few of them.</summary>
public sealed class InspectedIssues(IssueCode code)
{
    private const int Most = 3;
    private readonly SortedList<(int Entry, long Offset, long Number), Issue> _examples = [];

    /// <summary>What they have in common.</summary>
    public IssueCode Code => code;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>The first few, in the order of the archive.</summary>
    public IEnumerable<Issue> Examples => _examples.Values;

    /// <summary>Takes one. They come in any order, for rows are read side by side.</summary>
    public void Add(int entry, Issue issue)
    {
        _examples.Add((entry, issue.Offset, Count++), issue);
        if (_examples.Count > Most) _examples.RemoveAt(Most);
    }
}
