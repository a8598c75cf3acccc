using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>Counts what a row brings while it is read.</summary>
internal sealed class RowTally
{
    /// <summary>As many issues of a row become table rows; issues.jsonl has all of them.</summary>
    public const int IssuesListed = 1_000;

    private readonly List<Issue> _listed = [];

    public long Annotations { get; private set; }

    public long AnnotationsSkipped { get; private set; }

    public long Classifications { get; private set; }

    public long ClassificationsSkipped { get; private set; }

    public long Errors { get; private set; }

    public long Warnings { get; private set; }

    public NamedCounts Shapes { get; } = new();

    public NamedCounts Classes { get; } = new();

    public NamedCounts Issues { get; } = new();

    public IReadOnlyList<Issue> Listed => _listed;

    public Verdict Verdict => Errors + Warnings == 0 ? Verdict.Done : Verdict.DoneWithIssues;

    public void Take(RowEvent rowEvent)
    {
        switch (rowEvent)
        {
            case RowEvent.AnnotationRead { Annotation: var annotation }:
                Annotations++;
                Shapes.Add(annotation.Shape.Name);
                Classes.Add(annotation.Name ?? annotation.Value ?? annotation.FeatureHash ?? "");
                break;
            case RowEvent.AnnotationSkipped { Issue: var issue }:
                AnnotationsSkipped++;
                Take(issue);
                break;
            case RowEvent.ClassificationRead:
                Classifications++;
                break;
            case RowEvent.ClassificationSkipped { Issue: var issue }:
                ClassificationsSkipped++;
                Take(issue);
                break;
            case RowEvent.IssueFound { Issue: var issue }:
                Take(issue);
                break;
            default:
                throw new NotSupportedException($"A row event {rowEvent.GetType().Name} that nothing counts.");
        }
    }

    public void Take(Issue issue)
    {
        if (issue.Code.Severity == Severity.Error) Errors++;
        else if (issue.Code.Severity == Severity.Warning) Warnings++;
        Issues.Add(issue.Code.Id);
        if (_listed.Count < IssuesListed) _listed.Add(issue);
    }
}
