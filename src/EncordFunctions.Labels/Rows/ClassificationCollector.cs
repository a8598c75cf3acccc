using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Gathers the frames of each classification instance, and joins them with the answers once all frames are known.</summary>
/// <remarks>
/// Three generations place a classification: on its frames; on frames and in the answer's range, which agree; in the range alone.
/// So the range counts where there is one, else the frames; where there is neither, a signed answer holds for the whole data unit.
/// </remarks>
internal sealed class ClassificationCollector
{
    private sealed record Placed(ObjectMembers First, FrameRanges Frames, long Offset, string Pointer, long Frame);

    private readonly RowIndex _index;
    private readonly Findings _findings;
    private readonly MemberValues _values;
    private readonly UnknownMembers _unknown;
    private readonly Dictionary<string, Placed> _placed = [];

    public ClassificationCollector(RowIndex index, Findings findings, MemberValues values, UnknownMembers unknown)
    {
        _index = index;
        _findings = findings;
        _values = values;
        _unknown = unknown;
    }

    /// <summary>Takes the element of <c>classifications</c> the walk stands at; a failure says why it can't be used.</summary>
    public void Add(LabelWalk walk)
    {
        var json = new JsonCursor(walk.Element);
        if (json.Peek() != JsonKind.Object)
        {
            _findings.Fail(IssueCatalogue.ClassificationMalformed, 0, "", $"Expected an object, found {JsonBytes.NameOf(json.Peek())}.");
            return;
        }
        var members = ReadMembers(ref json, walk);
        if (walk.FrameFault is { } fault && fault.Code != IssueCatalogue.FrameRepeated) _findings.Fail(fault.Code, 0, "", fault.Message);
        else if (string.IsNullOrEmpty(members.ClassificationHash))
            _findings.Fail(IssueCatalogue.NoClassificationHash, 0, "", "The classification has no classificationHash, so no answer can be found for it.");
        else
        {
            if (!_placed.TryGetValue(members.ClassificationHash, out var placed))
                _placed[members.ClassificationHash] = placed = new Placed(members, new FrameRanges(), walk.Offset, walk.Pointer(), walk.Frame.Number);
            placed.Frames.Add(walk.Frame.Number, walk.Frame.Number);
        }
    }

    /// <summary>The classifications: those on frames in the order they were met, then those that only have an answer.</summary>
    public IEnumerable<RowEvent> Join(RowIssues issues)
    {
        foreach (var (hash, placed) in _placed)
        {
            if (_index.Classifications.TryGetValue(hash, out var answer))
            {
                if (!answer.Frames.IsEmpty && !answer.Frames.ContainsAll(placed.Frames))
                {
                    yield return new RowEvent.IssueFound(issues.At(
                        IssueCatalogue.PlacementsDiffer, answer.Offset, PointerOf(hash), $"Classification {hash} stands on frames outside its answer's range; the range is used."));
                }
                yield return new RowEvent.ClassificationRead(Make(hash, placed.First, answer, placed.Frames));
            }
            else
            {
                var issue = issues.At(IssueCatalogue.ClassificationUnanswered, placed.Offset, placed.Pointer, $"Classification {hash} has no answer in classification_answers.");
                yield return new RowEvent.ClassificationSkipped(issue with { Frame = placed.Frame });
            }
        }
        foreach (var (hash, answer) in _index.Classifications)
        {
            if (_placed.ContainsKey(hash)) continue;
            if (!answer.Frames.IsEmpty || answer.CreatedBy is not null)
                yield return new RowEvent.ClassificationRead(Make(hash, default, answer, answer.Frames));
            else
            {
                yield return new RowEvent.ClassificationSkipped(issues.At(
                    IssueCatalogue.ClassificationUnplaced, answer.Offset, PointerOf(hash), $"The answer of classification {hash} is on no frame, has no range and no author."));
            }
        }
    }

    private static string PointerOf(string hash) => JsonPointer.Append("/classification_answers", hash);

    private static Classification Make(string hash, ObjectMembers first, ClassificationAnswer answer, FrameRanges frames)
    {
        // A classification goes by the name of its first attribute. Which one is first the row does not say, unless there is only one.
        var only = answer.Answers is [var single] ? single : null;
        return new Classification
        {
            ClassificationHash = hash,
            FeatureHash = answer.FeatureHash ?? first.FeatureHash,
            Name = answer.Name ?? first.Name ?? only?.Name,
            Value = answer.Value ?? first.Value ?? only?.Value,
            Ranges = answer.Frames.IsEmpty ? frames.All : answer.Frames.All,
            Confidence = answer.Confidence ?? first.Confidence ?? 1,
            ManualAnnotation = answer.ManualAnnotation ?? first.ManualAnnotation ?? true,
            CreatedBy = answer.CreatedBy ?? first.CreatedBy,
            CreatedAt = answer.CreatedAt ?? first.CreatedAt,
            LastEditedBy = answer.LastEditedBy ?? first.LastEditedBy,
            LastEditedAt = answer.LastEditedAt ?? first.LastEditedAt,
            Answers = answer.Answers,
        };
    }

    private ObjectMembers ReadMembers(ref JsonCursor json, LabelWalk walk)
    {
        var members = default(ObjectMembers);
        json.Enter();
        while (json.NextMember(out var name))
        {
            var nameAt = json.At;
            if (members.TryRead(name, ref json, _values)) continue;
            if (!ObjectMembers.IsIgnored(name)) _unknown.Add("a classification", name, walk.Offset + nameAt, walk.Pointer);
            json.Skip();
        }
        return members;
    }
}
