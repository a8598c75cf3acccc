using EncordFunctions.Labels.Geometry.Reading;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads one element of <c>objects</c>.</summary>
internal sealed class AnnotationReader
{
    private readonly Findings _findings;
    private readonly MemberValues _values;
    private readonly ShapeReader _shapes;
    private readonly GeometryMembers _geometries = new();
    private readonly UnknownMembers _unknown;
    private readonly AttributeResolver _attributes;
    private readonly HashSet<string> _onFrame = [];
    private int _frameCount;

    public AnnotationReader(Findings findings, MemberValues values, UnknownMembers unknown, AttributeResolver attributes)
    {
        _findings = findings;
        _values = values;
        _shapes = new ShapeReader(findings, values.Strings, unknown);
        _unknown = unknown;
        _attributes = attributes;
    }

    /// <summary>Hash of the object last read, also of one that can't be used.</summary>
    public string? ObjectHash { get; private set; }

    /// <summary>Reads the element the walk stands at; null with a failure where it can't be used.</summary>
    public Annotation? Read(LabelWalk walk)
    {
        ObjectHash = null;
        var json = new JsonCursor(walk.Element);
        if (json.Peek() != JsonKind.Object)
        {
            _findings.Fail(IssueCatalogue.ObjectMalformed, 0, "", $"Expected an object, found {JsonBytes.NameOf(json.Peek())}.");
            return null;
        }
        var members = ReadMembers(ref json, walk);
        ObjectHash = members.ObjectHash;
        CheckIdentity(members, walk);
        var place = new GeometryPlace(new LeafPlace(walk.Offset, walk.Pointer), walk.Frame.Size, walk.SizesAreGiven);
        if (_findings.Failure is not null || _shapes.Read(members.Shape, members.ShapeAt, walk.Element, _geometries, place) is not { } shape) return null;
        if (members.IsDeleted)
            _findings.Note(IssueCatalogue.MarkedDeleted, members.IsDeletedAt, "/isDeleted", "The object is marked as deleted; like the vendor's SDK, it is kept.");
        return new Annotation
        {
            Unit = walk.Unit,
            Frame = walk.Frame,
            Position = walk.Position,
            ObjectHash = members.ObjectHash!,
            FeatureHash = members.FeatureHash,
            Name = members.Name,
            Value = members.Value,
            Color = members.Color,
            Shape = shape,
            Confidence = members.Confidence ?? 1,
            ManualAnnotation = members.ManualAnnotation ?? true,
            CreatedBy = members.CreatedBy,
            CreatedAt = members.CreatedAt,
            LastEditedBy = members.LastEditedBy,
            LastEditedAt = members.LastEditedAt,
            Attributes = _attributes.On(members.ObjectHash!, walk.Frame.Number),
        };
    }

    private ObjectMembers ReadMembers(ref JsonCursor json, LabelWalk walk)
    {
        var members = default(ObjectMembers);
        _geometries.Clear();
        json.Enter();
        while (json.NextMember(out var name))
        {
            var nameAt = json.At;
            if (members.TryRead(name, ref json, _values)) continue;
            var geometry = GeometryMembers.IndexOf(name);
            if (geometry >= 0)
            {
                var present = json.Peek() != JsonKind.Null;
                var start = json.At;
                var length = json.Skip().Length;
                if (present) _geometries.Set(geometry, start, length);
                continue;
            }
            if (!ObjectMembers.IsIgnored(name)) _unknown.Add("an object", name, walk.Offset + nameAt, walk.Pointer);
            json.Skip();
        }
        return members;
    }

    private void CheckIdentity(in ObjectMembers members, LabelWalk walk)
    {
        if (walk.FrameCount != _frameCount)
        {
            _frameCount = walk.FrameCount;
            _onFrame.Clear();
        }
        if (walk.FrameFault is { } fault) _findings.Fail(fault.Code, 0, "", fault.Message);
        else if (string.IsNullOrEmpty(members.ObjectHash))
            _findings.Fail(IssueCatalogue.NoObjectHash, 0, "", "The object has no objectHash, so nothing tells it from others.");
        else if (!_onFrame.Add(members.ObjectHash))
            _findings.Fail(IssueCatalogue.ObjectRepeated, members.ObjectHashAt, "/objectHash", $"Object {members.ObjectHash} stood on frame {walk.Frame.Number} before.");
    }
}
