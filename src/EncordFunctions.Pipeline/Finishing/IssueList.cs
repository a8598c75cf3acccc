using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Pipeline.Finishing;

/// <summary>What is found when the rows of an export are looked at together. Of each code so many are listed; the rest are counted.</summary>
public sealed class IssueList
{
    private const int MostOfACode = 200;

    private readonly SortedDictionary<string, (IssueCode Code, int Count)> _counts = new(StringComparer.Ordinal);
    private readonly List<Issue> _listed = [];

    /// <summary>Those that are listed.</summary>
    public IReadOnlyList<Issue> Listed => _listed;

    /// <summary>Adds one, in the order of the rows.</summary>
    /// <returns>Whether it is listed.</returns>
    public bool Add(Issue issue)
    {
        var count = _counts.GetValueOrDefault(issue.Code.Id).Count + 1;
        _counts[issue.Code.Id] = (issue.Code, count);
        if (count > MostOfACode) return false;
        _listed.Add(issue);
        return true;
    }

    /// <summary>An issue for those of each code that are not listed.</summary>
    /// <param name="upload">Name of the upload, which they are about.</param>
    public IEnumerable<Issue> Rest(string upload) => _counts.Values.Where(static of => of.Count > MostOfACode)
        .Select(of => new Issue(of.Code, $"And {of.Count - MostOfACode} more of this kind.", upload, 0, ""));
}
