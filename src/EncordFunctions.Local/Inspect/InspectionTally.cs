using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Inspect;

/// <summary>Counts what the rows of an export hold. A row is counted in a tally of its own and then added, so that rows may run side by side.</summary>
public sealed class InspectionTally
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, InspectedIssues> _issues = new(StringComparer.Ordinal);
    private readonly List<(int Entry, Issue Issue)> _own = [];

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

    /// <summary>Takes what a row brings.</summary>
    public void Take(int entry, RowEvent rowEvent)
    {
        switch (rowEvent)
        {
            case RowEvent.AnnotationRead { Annotation: var annotation }:
                Annotations++;
                if (annotation.Shape is Bitmask) Masks++;
                break;
            case RowEvent.ClassificationRead:
                Classifications++;
                break;
            case RowEvent.AnnotationSkipped { Issue: var issue }:
                Take(entry, issue);
                break;
            case RowEvent.ClassificationSkipped { Issue: var issue }:
                Take(entry, issue);
                break;
            case RowEvent.IssueFound { Issue: var issue }:
                Take(entry, issue);
                break;
            default:
                throw new NotSupportedException($"A row event {rowEvent.GetType().Name} that nothing counts.");
        }
    }

    /// <summary>Takes an issue.</summary>
    public void Take(int entry, Issue issue)
    {
        if (issue.Code.Severity == Severity.Error) Errors++;
        else if (issue.Code.Severity == Severity.Warning) Warnings++;
        _own.Add((entry, issue));
    }

    /// <summary>Adds what one row, or the archive itself, was counted to. Where it is a row, with its verdict.</summary>
    public void Add(InspectionTally other, Verdict? verdict)
    {
        lock (_lock)
        {
            if (verdict is not null) Verdicts = Verdicts.Plus(verdict.Value);
            Annotations += other.Annotations;
            Classifications += other.Classifications;
            Masks += other.Masks;
            Errors += other.Errors;
            Warnings += other.Warnings;
            foreach (var (entry, issue) in other._own)
            {
                if (!_issues.TryGetValue(issue.Code.Id, out var same)) _issues[issue.Code.Id] = same = new InspectedIssues(issue.Code);
                same.Add(entry, issue);
            }
        }
    }
}
