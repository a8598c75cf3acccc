using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Local.Inspect;

/// <summary>All issues of one code: how many, and the first few of them.</summary>
internal sealed class InspectedIssues(IssueCode code)
{
    private const int Most = 3;
    private readonly List<Issue> _examples = [];

    /// <summary>What they have in common.</summary>
    public IssueCode Code => code;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>The first few, in the order of the archive.</summary>
    public IReadOnlyList<Issue> Examples => _examples;

    /// <summary>Takes the next one.</summary>
    public void Add(Issue issue)
    {
        Count++;
        if (_examples.Count < Most) _examples.Add(issue);
    }
}
