using Azure.Data.Tables;
using EncordFunctions.Pipeline.Rows;

namespace EncordFunctions.Pipeline.Changes;

/// <summary>Joins the objects of an earlier export, which come one by one, to those of a row. What both have alike is not held.</summary>
internal sealed class ObjectJoin(ObjectTally objects)
{
    private readonly Dictionary<string, (string ObjectHash, ObjectTrack Track)> _rest = objects.ByKey();
    private readonly List<ChangedObject> _changed = [];

    /// <summary>How many came.</summary>
    public long Taken { get; private set; }

    /// <summary>Takes the next one, as the Objects table has it.</summary>
    public void Take(TableEntity earlier)
    {
        Taken++;
        var before = EarlierObject.From(earlier);
        if (_rest.Remove(before.Key, out var now))
        {
            var both = new ChangedObject(now.ObjectHash, before, now.Track);
            if (!both.IsSame) _changed.Add(both);
        }
        // Objects past the limit are not told one by one, so one that is not found may be among them.
        else if (objects.Unlisted == 0)
        {
            _changed.Add(new ChangedObject(before.ObjectHash, before, null));
        }
    }

    /// <summary>The objects that differ, by hash, once all came.</summary>
    public IReadOnlyList<ChangedObject> Changed()
    {
        if (Taken < ObjectTally.MostObjects) _changed.AddRange(_rest.Values.Select(static now => new ChangedObject(now.ObjectHash, null, now.Track)));
        _rest.Clear();
        _changed.Sort(static (a, b) => string.CompareOrdinal(a.ObjectHash, b.ObjectHash));
        return _changed;
    }
}
