using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>The second reading of a row: turns every stop of the walk into events, each with where it stands.</summary>
internal sealed class RowEventReader
{
    private readonly RowIndex _index;
    private readonly RowIssues _issues;
    private readonly Findings _findings = new();
    private readonly UnknownMembers _unknown;
    private readonly LabelWalk _walk;
    private readonly ObjectInstances _instances;
    private readonly AnnotationReader _annotations;
    private readonly RangeObjectReader _ranges;
    private readonly ClassificationCollector _classifications;
    private readonly SpacesByHash _spaces;
    private readonly Ontology? _ontology;
    private readonly ClassCheck? _classes;

    public RowEventReader(RowPlace place, JsonSource source, RowIndex index, Utf8Strings strings, Ontology? ontology)
    {
        _index = index;
        _issues = new RowIssues(place) { LabelHash = index.Header.LabelHash };
        _unknown = new UnknownMembers(index.Unknown);
        var values = new MemberValues(strings, _findings);
        _walk = new LabelWalk(source, index, _issues, _unknown, strings);
        _ontology = ontology;
        _classes = ontology is null ? null : new ClassCheck(ontology);
        _instances = new ObjectInstances(index, ontology);
        _spaces = new SpacesByHash(index);
        _annotations = new AnnotationReader(index, _findings, values, _unknown, _instances, _classes);
        _ranges = new RangeObjectReader(index, _issues, _findings, values, _instances, _spaces, ontology, _classes);
        _classifications = new ClassificationCollector(_findings, values, _unknown);
    }

    /// <summary>What the first reading found.</summary>
    public void Begin(List<RowEvent> events)
    {
        foreach (var issue in _index.Issues) events.Add(new RowEvent.IssueFound(issue));
    }

    /// <summary>Adds the events of the next stop; false at the end of the frames.</summary>
    public ValueTask<bool> NextAsync(List<RowEvent> events, CancellationToken cancellationToken)
    {
        var next = _walk.NextAsync(cancellationToken);
        if (!next.IsCompletedSuccessfully) return AwaitNextAsync(next, events);
        if (!next.Result) return new(false);
        ReadStop(events);
        return new(true);
    }

    /// <summary>What is known only at the end: the classifications, the answers without an object, and the members that are not known.</summary>
    public void End(List<RowEvent> events)
    {
        new ClassificationJoin(_index, _issues, _spaces, _classifications.Placed, _ontology, _classes).Join(events);
        if (_annotations.HasFractions)
            events.Add(new RowEvent.IssueFound(_issues.At(IssueCatalogue.SizesNotGiven, 0, "", "No export states how large a page or a scene is; coordinates on them are kept as fractions.")));
        foreach (var issue in _instances.Report(_issues)) events.Add(new RowEvent.IssueFound(issue));
        foreach (var issue in _unknown.Report(_issues)) events.Add(new RowEvent.IssueFound(issue));
    }

    private async ValueTask<bool> AwaitNextAsync(ValueTask<bool> next, List<RowEvent> events)
    {
        if (!await next.ConfigureAwait(false)) return false;
        ReadStop(events);
        return true;
    }

    private void ReadStop(List<RowEvent> events)
    {
        _findings.Clear();
        switch (_walk.Stop)
        {
            case LabelStop.Object:
                var annotation = _annotations.Read(_walk);
                AddNotes(events, _annotations.ObjectHash);
                if (annotation is not null) events.Add(new RowEvent.AnnotationRead(annotation));
                else if (_findings.Failure is { } reason) events.Add(new RowEvent.AnnotationSkipped(Issue(reason, _annotations.ObjectHash)));
                break;
            case LabelStop.Answer:
                _ranges.Read(_walk, events);
                break;
            case LabelStop.Classification:
                _classifications.Add(_walk);
                AddNotes(events, null);
                if (_findings.Failure is { } failure) events.Add(new RowEvent.ClassificationSkipped(Issue(failure, null)));
                break;
            case LabelStop.FrameEnd:
                if (_walk.Place.Fault is null) events.Add(new RowEvent.FrameRead(_walk.Place.Unit, _walk.Place.Frame, _walk.Slice));
                break;
            case LabelStop.LostObject:
                events.Add(new RowEvent.AnnotationSkipped(_walk.Trouble!));
                break;
            case LabelStop.LostClassification:
                events.Add(new RowEvent.ClassificationSkipped(_walk.Trouble!));
                break;
            default:
                events.Add(new RowEvent.IssueFound(_walk.Trouble!));
                break;
        }
    }

    private void AddNotes(List<RowEvent> events, string? objectHash)
    {
        foreach (var note in _findings.Notes) events.Add(new RowEvent.IssueFound(Issue(note, objectHash)));
    }

    private Issue Issue(Finding finding, string? objectHash) =>
        _issues.At(finding, _walk.Offset, _walk.Pointer()) with { ObjectHash = objectHash, Frame = _walk.Place.Frame.Number };
}
