using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Labels.Rows;

/// <summary>What is known of one object instance while its annotations come by.</summary>
internal sealed class ObjectInstance
{
    private readonly AttributeAnswer[] _static;
    private readonly DynamicAnswers? _dynamic;
    private DataUnit? _unit;
    private FrameRange _around;
    private IReadOnlyList<AttributeAnswer> _latest = [];

    public ObjectInstance(AttributeAnswer[] always, DynamicAnswers? dynamic) => (_static, _dynamic) = (always, dynamic);

    /// <summary>Its shape on the first annotation; null before.</summary>
    public string? Shape { get; set; }

    /// <summary>Whether it was said that its shapes differ.</summary>
    public bool IsSaidToDiffer { get; set; }

    /// <summary>Its attributes on one frame: the static ones, then the dynamic ones that hold there. Frames with the same answers share one list.</summary>
    public IReadOnlyList<AttributeAnswer> On(DataUnit unit, long frame)
    {
        if (_dynamic is null) return _static;
        if (ReferenceEquals(_unit, unit) && _around.Start <= frame && frame <= _around.End) return _latest;
        _latest = [.. Always(), .. _dynamic.On(frame, unit, out _around)];
        _unit = unit;
        return _latest;
    }

    /// <summary>Its attributes on a range: the static ones, then every dynamic one that holds somewhere on it, with its own ranges.</summary>
    public IReadOnlyList<AttributeAnswer> Over(DataUnit unit, LabelRange range)
    {
        if (_dynamic is null) return _static;
        var (start, end) = range is LabelRange.Span span ? (span.Start, span.End ?? long.MaxValue) : (0, long.MaxValue);
        return [.. Always(), .. _dynamic.Over(start, end, unit)];
    }

    private IEnumerable<AttributeAnswer> Always() => _static.Where(answer => !_dynamic!.Replaces(answer));
}
