using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Gathers the frames of each classification instance, apart for the data itself and for each space, to be joined with the answers.</summary>
internal sealed class ClassificationCollector
{
    private readonly Findings _findings;
    private readonly MemberValues _values;
    private readonly UnknownMembers _unknown;
    private readonly Dictionary<(string Hash, string? Space), PlacedClassification> _placed = [];

    public ClassificationCollector(Findings findings, MemberValues values, UnknownMembers unknown)
    {
        _findings = findings;
        _values = values;
        _unknown = unknown;
    }

    /// <summary>The instances on frames in the order they were met, by hash and space.</summary>
    public IReadOnlyDictionary<(string Hash, string? Space), PlacedClassification> Placed => _placed;

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
        var place = walk.Place;
        if (place.Fault is { } fault && fault.Code != IssueCatalogue.FrameRepeated) _findings.Fail(fault.Code, 0, "", fault.Message);
        else if (string.IsNullOrEmpty(members.ClassificationHash))
            _findings.Fail(IssueCatalogue.NoClassificationHash, 0, "", "The classification has no classificationHash, so no answer can be found for it.");
        else
        {
            var space = place.Unit.SpaceType is null ? null : place.Unit;
            if (!_placed.TryGetValue((members.ClassificationHash, space?.Hash), out var placed))
                _placed[(members.ClassificationHash, space?.Hash)] = placed = new PlacedClassification(members, space, walk.Offset, walk.Pointer(), place.Frame.Number);
            placed.Frames.Add(place.Frame.Number, place.Frame.Number);
        }
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
