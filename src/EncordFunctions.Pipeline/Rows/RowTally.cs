using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Tallies;

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

    public Counts<string> Shapes { get; } = new();

    public ClassCounts Classes { get; } = new();

    public IssueCounts Issues { get; } = new();

    public IReadOnlyList<Issue> Listed => _listed;

    public Verdict Verdict => Issues.Errors + Issues.Warnings == 0 ? Verdict.Done : Verdict.DoneWithIssues;

    public void Take(RowEvent rowEvent)
    {
        switch (rowEvent)
        {
            case RowEvent.AnnotationRead { Annotation: var annotation }:
                Annotations++;
                Shapes.Add(annotation.Shape.Name);
                Classes.Add(annotation.Name, annotation.FeatureHash);
                break;
            case RowEvent.AnnotationSkipped { Issue: var issue }:
                AnnotationsSkipped++;
                Take(issue);
                break;
            case RowEvent.FrameRead:
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
        Issues.Add(issue);
        if (_listed.Count < IssuesListed) _listed.Add(issue);
    }
}
