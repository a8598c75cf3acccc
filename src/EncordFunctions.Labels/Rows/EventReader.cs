using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads what happens to objects of a continuous scene. An object that is set holds to the instant before its next event.</summary>
internal sealed class EventReader
{
    private const string Upsert = "upsert";
    private const string Delete = "delete";

    private readonly SceneEvents? _events;
    private readonly Findings _findings;

    /// <summary>Reads the events of a continuous scene; elsewhere, where <paramref name="events"/> is null, nothing ever happens.</summary>
    public EventReader(SceneEvents? events, Findings findings) => (_events, _findings) = (events, findings);

    /// <summary>Whether the object only ends here.</summary>
    public bool IsDelete(in ObjectMembers members, Frame frame)
    {
        if (members.Event is null || _events is null) return false;
        if (members.Event == Delete)
        {
            if (_events.Before(members.ObjectHash!, frame.Stream, frame.Number) is null or { IsDelete: true })
                _findings.Note(IssueCatalogue.DeleteWithoutObject, members.EventAt, "/event", $"Object {members.ObjectHash} ends at {frame.Number} and was not there before.");
            return true;
        }
        if (members.Event != Upsert)
            _findings.Note(IssueCatalogue.EventUnknown, members.EventAt, "/event", $"\"{members.Event}\" is no event that is known; read as {Upsert}.");
        return false;
    }

    /// <summary>How long the object holds from here on; null where it is on a frame.</summary>
    public LabelRange? RangeFrom(in ObjectMembers members, Frame frame)
    {
        if (_events is null || (frame.Stream is not null && members.Event is null)) return null;
        if (_events.After(members.ObjectHash!, frame.Stream, frame.Number) is { } next) return new LabelRange.Span(frame.Number, next.At - 1);
        if (!_events.IsFull)
            _findings.Note(IssueCatalogue.NeverDeleted, members.EventAt, "/event", $"Object {members.ObjectHash} is set at {frame.Number} and never deleted, so its end is not known.");
        return new LabelRange.Span(frame.Number, null);
    }
}
