using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Inspect;

/// <summary>Counts what the rows of an export hold and what is wrong with them.</summary>
internal sealed class InspectionTally : IInspectionOutput
{
    private readonly SortedDictionary<string, InspectedIssues> _issues = new(StringComparer.Ordinal);

    /// <summary>The verdicts the rows would get.</summary>
    public VerdictCounts Verdicts { get; private set; }

    /// <summary>Annotations that hold.</summary>
    public long Annotations { get; private set; }

    /// <summary>Classifications that hold.</summary>
    public long Classifications { get; private set; }

    /// <summary>Bitmasks among the annotations.</summary>
    public long Masks { get; private set; }

    /// <summary>Issues that are errors.</summary>
    public long Errors { get; private set; }

    /// <summary>Issues that are warnings.</summary>
    public long Warnings { get; private set; }

    /// <summary>The issues by code.</summary>
    public IEnumerable<InspectedIssues> Issues => _issues.Values;

    /// <summary>Whether nothing is lost.</summary>
    public bool IsGood => Errors == 0 && Verdicts.Rejected == 0;

    /// <summary>Takes a row that was read.</summary>
    public void Take(InspectedRow row)
    {
        Verdicts = Verdicts.Plus(row.Verdict);
        Annotations += row.Annotations;
        Classifications += row.Classifications;
        Masks += row.Masks;
    }

    /// <inheritdoc/>
    public void Take(Issue issue, InspectedFile file, TextPlace? text)
    {
        if (issue.Code.Severity == Severity.Error) Errors++;
        else if (issue.Code.Severity == Severity.Warning) Warnings++;
        if (!_issues.TryGetValue(issue.Code.Id, out var same)) _issues[issue.Code.Id] = same = new InspectedIssues(issue.Code);
        same.Add(issue);
    }
}
