namespace EncordFunctions.Labels.Issues;

/// <summary>Counts the members that the format is not known to have, by what holds them. Bounded: what is past the limit is counted together.</summary>
internal sealed class UnknownMembers
{
    private const int MostKept = 64;

    private readonly Dictionary<(string Holder, string Name), (long Count, long Offset, string Pointer)> _seen = [];
    private long _others;

    public UnknownMembers()
    {
    }

    public UnknownMembers(UnknownMembers other)
    {
        _seen = new(other._seen);
        _others = other._others;
    }

    /// <summary>Counts one member. Offset and pointer, of the first of its kind, are counted from the row on.</summary>
    public void Add(string holder, ReadOnlySpan<byte> name, long offset, Func<string> pointer)
    {
        var text = Shown.Name(name);
        if (_seen.TryGetValue((holder, text), out var known))
            _seen[(holder, text)] = known with { Count = known.Count + 1 };
        else if (_seen.Count < MostKept)
            _seen[(holder, text)] = (1, offset, Json.JsonPointer.Append(pointer(), text));
        else
            _others++;
    }

    /// <summary>One issue for each name.</summary>
    public IEnumerable<Issue> Report(RowIssues issues)
    {
        foreach (var ((holder, name), (count, offset, pointer)) in _seen)
        {
            var times = count == 1 ? "once" : $"{count} times";
            var fate = holder is "a label row" or "a data unit" or "an object" ? "kept as it is" : "not used";
            yield return issues.At(IssueCatalogue.UnknownMember, offset, pointer, $"Member \"{name}\" of {holder} is not known; it stands {times} and is {fate}.");
        }
        if (_others > 0)
            yield return issues.At(IssueCatalogue.UnknownMember, 0, "", $"{_others} members under yet other names are not known.");
    }
}
