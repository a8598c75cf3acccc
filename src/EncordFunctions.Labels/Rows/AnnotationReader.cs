using EncordFunctions.Labels.Geometry.Reading;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads one element of <c>objects</c>.</summary>
internal sealed class AnnotationReader
{
    private const int LongestExtra = 16 * 1024;

    private readonly Findings _findings;
    private readonly MemberValues _values;
    private readonly ShapeReader _shapes;
    private readonly GeometryMembers _geometries = new();
    private readonly UnknownMembers _unknown;
    private readonly ObjectInstances _instances;
    private readonly EventReader _events;
    private readonly ClassCheck? _classes;
    private readonly HashSet<string> _onFrame = [];
    private JsonExtra? _extra;
    private int _extraLeft;
    private int _frameCount;

    public AnnotationReader(RowIndex index, Findings findings, MemberValues values, UnknownMembers unknown, ObjectInstances instances, ClassCheck? classes)
    {
        _findings = findings;
        _values = values;
        _shapes = new ShapeReader(findings, values.Strings, unknown);
        _unknown = unknown;
        _instances = instances;
        _events = new EventReader(index.Events, findings);
        _classes = classes;
    }

    /// <summary>Hash of the object last read, also of one that can't be used.</summary>
    public string? ObjectHash { get; private set; }

    /// <summary>Whether an annotation stays in fractions because data of its kind never states its size.</summary>
    public bool HasFractions { get; private set; }

    /// <summary>Reads the element the walk stands at; null with a failure where it can't be used, null without where it ends an object.</summary>
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
        CheckIdentity(members, walk.Place);
        if (_findings.Failure is not null) return null;
        var instance = _instances.Meet(members.ObjectHash!);
        if (_events.IsDelete(members, walk.Place.Frame)) return null;
        var (unit, frame) = (walk.Place.Unit, walk.Place.Frame);
        var place = new GeometryPlace(new LeafPlace(walk.Offset, walk.Pointer), frame.Size, walk.Place.SizesAreGiven);
        if (_shapes.Read(members.Shape, members.ShapeAt, walk.Element, _geometries, place) is not { } shape) return null;
        CheckShape(instance, shape.Name, members);
        _classes?.Object(members.FeatureHash, members.Name, shape.Name, instance.Flat, _findings);
        HasFractions |= !frame.Size.IsKnown && !place.SizesAreGiven && shape is not (Cuboid or Segmentation or Point3D or Polyline3D);
        if (members.IsDeleted)
            _findings.Note(IssueCatalogue.MarkedDeleted, members.IsDeletedAt, "/isDeleted", "The object is marked as deleted; like the vendor's SDK, it is kept.");
        var range = _events.RangeFrom(members, frame);
        return new Annotation
        {
            Unit = unit,
            Frame = frame,
            Range = range,
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
            Attributes = range is null ? instance.On(unit, frame.Number) : instance.Over(unit, range),
            Event = range is null ? members.Event : members.Event ?? "upsert",
            Interpolate = members.Interpolate,
            Extra = _extra?.ToJson(),
        };
    }

    private ObjectMembers ReadMembers(ref JsonCursor json, LabelWalk walk)
    {
        var members = default(ObjectMembers);
        _geometries.Clear();
        _extra = null;
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
            var value = json.Skip();
            if (ObjectMembers.IsIgnored(name)) continue;
            _unknown.Add("an object", name, walk.Offset + nameAt, walk.Pointer);
            if (_extra is null) (_extra, _extraLeft) = (new JsonExtra(), LongestExtra);
            _extra.Add(name, value, ref _extraLeft);
        }
        return members;
    }

    private void CheckIdentity(in ObjectMembers members, FramePlace place)
    {
        if (place.Count != _frameCount)
        {
            _frameCount = place.Count;
            _onFrame.Clear();
            if (place.Unit.FrameCount <= place.Frame.Number && place.Fault is null)
                _findings.Note(IssueCatalogue.FrameBeyondFile, 0, "", $"Frame {place.Frame.Number} is past the last of the {place.Unit.FrameCount} that the file has.");
        }
        if (place.Fault is { } fault) _findings.Fail(fault.Code, 0, "", fault.Message);
        else if (string.IsNullOrEmpty(members.ObjectHash))
            _findings.Fail(IssueCatalogue.NoObjectHash, 0, "", "The object has no objectHash, so nothing tells it from others.");
        else if (!IsFirstOnFrame(members.ObjectHash))
            _findings.Fail(IssueCatalogue.ObjectRepeated, members.ObjectHashAt, "/objectHash", $"Object {members.ObjectHash} stood on frame {place.Frame.Number} before.");
    }

    // 27 million objects on one frame took 2 GB to know each by name.
    private bool IsFirstOnFrame(string objectHash) =>
        _onFrame.Count < ObjectInstances.Most ? _onFrame.Add(objectHash) : !_onFrame.Contains(objectHash);

    private void CheckShape(ObjectInstance instance, string shape, in ObjectMembers members)
    {
        if (instance.Shape is null) instance.Shape = shape;
        else if (instance.Shape != shape && !instance.IsSaidToDiffer)
        {
            instance.IsSaidToDiffer = true;
            _findings.Note(IssueCatalogue.ShapesDiffer, members.ShapeAt, "/shape", $"Object {members.ObjectHash} is a {shape} here and a {instance.Shape} before; both are kept.");
        }
    }
}
