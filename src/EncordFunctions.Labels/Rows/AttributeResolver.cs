using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Labels.Rows;

/// <summary>The attributes of objects on frames: the static ones, then the dynamic ones that hold there.</summary>
internal sealed class AttributeResolver
{
    private readonly RowIndex _index;
    private readonly Dictionary<string, (FrameRange Around, IReadOnlyList<AttributeAnswer> Answers)> _latest = [];

    public AttributeResolver(RowIndex index) => _index = index;

    /// <summary>The attributes of one object on one frame. Frames with the same answers share one list.</summary>
    public IReadOnlyList<AttributeAnswer> On(string objectHash, long frame)
    {
        var always = _index.StaticAnswers.GetValueOrDefault(objectHash) ?? [];
        if (!_index.DynamicAnswers.TryGetValue(objectHash, out var dynamic)) return always;
        if (_latest.TryGetValue(objectHash, out var latest) && latest.Around.Start <= frame && frame <= latest.Around.End) return latest.Answers;
        IReadOnlyList<AttributeAnswer> answers = [.. always, .. dynamic.On(frame, out var around)];
        _latest[objectHash] = (around, answers);
        return answers;
    }
}
