using EncordFunctions.Formats.Manifests;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Pipeline.Tallies;

/// <summary>How many issues of each code and severity.</summary>
internal sealed class IssueCounts
{
    private readonly Counts<(string Code, Severity Severity)> _counts = new();

    public long Errors { get; private set; }

    public long Warnings { get; private set; }

    /// <summary>Sorted, so that the same issues always read the same.</summary>
    public IEnumerable<ManifestIssues> All => _counts.All
        .Select(static pair => new ManifestIssues(pair.Key.Code, pair.Key.Severity, pair.Value))
        .OrderBy(static one => one.Code, StringComparer.Ordinal)
        .ThenBy(static one => one.Severity);

    public void Add(Issue issue) => Add(issue.Code.Id, issue.Code.Severity, 1);

    public void Add(ManifestIssues issues) => Add(issues.Code, issues.Severity, issues.Count);

    private void Add(string code, Severity severity, long count)
    {
        _counts.Add((code, severity), count);
        if (severity == Severity.Error) Errors += count;
        else if (severity == Severity.Warning) Warnings += count;
    }
}
