using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Labels.Rows;

/// <summary>What is known of one object instance while its annotations come by.</summary>
internal sealed class ObjectInstance
{
    private readonly IReadOnlyList<AttributeAnswer> _flat;
    private readonly IReadOnlyList<AttributeAnswer> _static;
    private readonly DynamicAnswers? _dynamic;
    private readonly Ontology? _ontology;
    private DataUnit? _unit;
    private FrameRange _around;
    private IReadOnlyList<AttributeAnswer> _latest = [];

    public ObjectInstance(AttributeAnswer[] always, DynamicAnswers? dynamic, Ontology? ontology)
    {
        (_flat, _dynamic, _ontology) = (always, dynamic, ontology);
        _static = dynamic is null ? AttributeTree.Of(always, ontology) : AttributeTree.Of([.. Always()], ontology);
    }

    /// <summary>Its static answers as they stand in the row, not nested.</summary>
    public IReadOnlyList<AttributeAnswer> Flat => _flat;

    /// <summary>Its shape on the first annotation; null before.</summary>
    public string? Shape { get; set; }

    /// <summary>Whether it stood in <c>object_answers</c> as an object of its own.</summary>
    public bool IsRange { get; set; }

    /// <summary>Whether it was said that its shapes differ.</summary>
    public bool IsSaidToDiffer { get; set; }

    /// <summary>Its attributes on one frame: the static ones, then the dynamic ones that hold there. Frames with the same answers share one list.</summary>
    public IReadOnlyList<AttributeAnswer> On(DataUnit unit, long frame)
    {
        if (_dynamic is null) return _static;
        if (ReferenceEquals(_unit, unit) && _around.Start <= frame && frame <= _around.End) return _latest;
        _latest = AttributeTree.Of([.. Always(), .. _dynamic.On(frame, unit, out _around)], _ontology);
        _unit = unit;
        return _latest;
    }

    /// <summary>Its attributes on a range: the static ones, then every dynamic one that holds somewhere on it, with its own ranges.</summary>
    public IReadOnlyList<AttributeAnswer> Over(DataUnit unit, LabelRange range)
    {
        if (_dynamic is null) return _static;
        var (start, end) = range is LabelRange.Span span ? (span.Start, span.End ?? long.MaxValue) : (0, long.MaxValue);
        return [.. _static, .. _dynamic.Over(start, end, unit)];
    }

    private IEnumerable<AttributeAnswer> Always() => _flat.Where(answer => !_dynamic!.Replaces(answer));
}
