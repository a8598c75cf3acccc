using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Labels.Rows;

/// <summary>Joins classifications on frames with their answers, once all frames are known.</summary>
/// <remarks>
/// Three generations place a classification: on its frames; on frames and in the answer's range, which agree; in the range alone.
/// So the range counts where there is one, else the frames; where there is neither, a signed answer holds for the whole data. The same holds
/// on each space, whose ranges stand in the answer's <c>spaces</c>.
/// </remarks>
internal sealed class ClassificationJoin
{
    private readonly RowIndex _index;
    private readonly RowIssues _issues;
    private readonly SpacesByHash _spaces;
    private readonly IReadOnlyDictionary<(string Hash, string? Space), PlacedClassification> _placed;
    private readonly HashSet<string> _onSpaces;
    private readonly Ontology? _ontology;
    private readonly ClassCheck? _classes;

    public ClassificationJoin(RowIndex index, RowIssues issues, SpacesByHash spaces, IReadOnlyDictionary<(string Hash, string? Space), PlacedClassification> placed, Ontology? ontology, ClassCheck? classes)
    {
        _index = index;
        _issues = issues;
        _spaces = spaces;
        _placed = placed;
        (_ontology, _classes) = (ontology, classes);
        _onSpaces = [.. placed.Keys.Where(key => key.Space is not null).Select(key => key.Hash)];
    }

    /// <summary>The classifications: those on frames in the order they were met, then those that only have an answer.</summary>
    public void Join(List<RowEvent> events)
    {
        foreach (var ((hash, space), placed) in _placed)
        {
            if (_index.Classifications.TryGetValue(hash, out var answer))
            {
                var on = answer.Spaces.FirstOrDefault(on => on.Space == space);
                Add(events, hash, answer, placed, on, placed.Space);
            }
            else
            {
                var issue = _issues.At(IssueCatalogue.ClassificationUnanswered, placed.Offset, placed.Pointer, $"Classification {hash} has no answer in classification_answers.");
                events.Add(new RowEvent.ClassificationSkipped(issue with { Frame = placed.Frame }));
            }
        }
        foreach (var (hash, answer) in _index.Classifications) AddUnplaced(events, hash, answer);
    }

    private void AddUnplaced(List<RowEvent> events, string hash, ClassificationAnswer answer)
    {
        var before = events.Count;
        var isOnData = _placed.ContainsKey((hash, null));
        if (!isOnData && HoldsOnData(hash, answer)) Add(events, hash, answer, null, null, null);
        foreach (var on in answer.Spaces)
        {
            if (_placed.ContainsKey((hash, on.Space))) continue;
            if (_spaces.Find(on.Space) is { } known)
            {
                if (on.Spans.Count > 0 || on.Html.Count > 0 || answer.CreatedBy is not null) Add(events, hash, answer, null, on, known);
            }
            else
            {
                events.Add(new RowEvent.ClassificationSkipped(_issues.At(
                    IssueCatalogue.SpaceUnknown, answer.Offset + on.At, JsonPointer.Append($"{PointerOf(hash)}/spaces", on.Space), $"The row has no space \"{on.Space}\", so classification {hash} is nowhere on it.")));
            }
        }
        if (events.Count > before || isOnData || _onSpaces.Contains(hash)) return;
        events.Add(new RowEvent.ClassificationSkipped(_issues.At(
            IssueCatalogue.ClassificationUnplaced, answer.Offset, PointerOf(hash), $"The answer of classification {hash} is on no frame, has no range and no author.")));
    }

    /// <summary>Whether an answer that is on no frame of the data itself holds there: it has a range, or is signed and names no space.</summary>
    private bool HoldsOnData(string hash, ClassificationAnswer answer)
    {
        if (answer.Html.Count > 0) return true;
        if (answer.Frames.IsEmpty) return answer.CreatedBy is not null && answer.Spaces.Count == 0 && !_onSpaces.Contains(hash);
        // A data group has no frames of its own: beside its spaces, the editor writes the first one all the same.
        return _index.Header.DataType != "group" || answer.Spaces.Count == 0 || answer.Frames.All is not [(0, 0)];
    }

    /// <param name="events">Takes the classification.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="placed">Its frames there, if it has any.</param>
    /// <param name="on">What the answer says of the space; null of the data itself, or where it says nothing.</param>
    /// <param name="space">The space; null for the data itself.</param>
    private void Add(List<RowEvent> events, string hash, ClassificationAnswer answer, PlacedClassification? placed, SpaceRanges? on, DataUnit? space)
    {
        var pointer = PointerOf(hash);
        var ranges = space is null ? answer.Frames : on?.Frames() ?? new FrameRanges();
        var html = space is null ? answer.Html : on?.Html ?? [];
        if (placed is not null && !ranges.IsEmpty && !ranges.ContainsAll(placed.Frames))
        {
            events.Add(new RowEvent.IssueFound(_issues.At(
                IssueCatalogue.PlacementsDiffer, answer.Offset, pointer, $"Classification {hash} stands on frames outside its answer's range; the range is used.")));
        }
        var holds = ranges.IsEmpty && placed is not null ? placed.Frames : IsWholeText(ranges, space) ? new FrameRanges() : ranges;
        var last = space is null ? FileExtent.LastOf(_index) : FileExtent.LastOf(space, _index.Header);
        if (holds.All is [.., var final] && final.End > last)
        {
            var (at, where) = on is not null ? (on.At, JsonPointer.Append($"{pointer}/spaces", on.Space)) : answer.RangeAt > 0 ? (answer.RangeAt, $"{pointer}/range") : (0, pointer);
            events.Add(new RowEvent.IssueFound(_issues.At(
                IssueCatalogue.RangeBeyondFile, answer.Offset + at, where, $"Classification {hash} holds to {final.End}, past {last}, the last place of the file.")));
        }
        var first = placed?.First ?? default;
        var findings = new Findings();
        _classes?.Classification(answer.FeatureHash ?? first.FeatureHash, answer.Name ?? first.Name, answer.Answers, findings);
        foreach (var note in findings.Notes) events.Add(new RowEvent.IssueFound(_issues.At(note.Code, answer.Offset, pointer, note.Message)));
        events.Add(new RowEvent.ClassificationRead(Make(hash, first, answer, holds, html, space)));
    }

    /// <summary>Of text, the first character alone stands for the whole of it.</summary>
    private bool IsWholeText(FrameRanges ranges, DataUnit? space) =>
        ranges.All is [(0, 0)] && (space is null ? RowModality.SpanOf(_index.Header.DataType) : RowModality.SpanOfSpace(space.SpaceType)) == "text";

    private static string PointerOf(string hash) => JsonPointer.Append("/classification_answers", hash);

    private Classification Make(string hash, ObjectMembers first, ClassificationAnswer answer, FrameRanges frames, IReadOnlyList<LabelRange.Html> html, DataUnit? space)
    {
        // A classification goes by the name of its first attribute. Which one is first the row does not say, unless there is only one.
        var only = answer.Answers is [var single] ? single : null;
        return new Classification
        {
            ClassificationHash = hash,
            FeatureHash = answer.FeatureHash ?? first.FeatureHash,
            Name = answer.Name ?? first.Name ?? _ontology?.FindClassification(answer.FeatureHash)?.Name ?? only?.Name,
            Value = answer.Value ?? first.Value ?? only?.Value,
            Space = space,
            Ranges = frames.All,
            HtmlRanges = html,
            Confidence = answer.Confidence ?? first.Confidence ?? 1,
            ManualAnnotation = answer.ManualAnnotation ?? first.ManualAnnotation ?? true,
            CreatedBy = answer.CreatedBy ?? first.CreatedBy,
            CreatedAt = answer.CreatedAt ?? first.CreatedAt,
            LastEditedBy = answer.LastEditedBy ?? first.LastEditedBy,
            LastEditedAt = answer.LastEditedAt ?? first.LastEditedAt,
            Answers = AttributeTree.Of(answer.Answers, _ontology),
        };
    }
}
