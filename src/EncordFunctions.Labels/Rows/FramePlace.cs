using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Labels.Rows;

/// <summary>Where a walk through labels stands: in which unit, on which frame, and whether that frame can be used.</summary>
internal sealed class FramePlace
{
    private const int MostStreams = 10_000;

    private readonly RowIndex _index;
    private readonly bool _streams;
    private readonly bool _isImageGroup;
    private readonly Utf8Strings _strings;
    private readonly Dictionary<(string Unit, bool IsSpace, string Stream), FrameRanges> _seen = [];
    private string? _key;

    public FramePlace(RowIndex index, Utf8Strings strings)
    {
        _index = index;
        _strings = strings;
        _streams = RowModality.HasStreams(index.Header.DataType);
        _isImageGroup = RowModality.IsImageGroup(index.Header.DataType);
    }

    /// <summary>Index of the unit.</summary>
    public int UnitIndex { get; private set; } = -1;

    /// <summary>The data unit or space.</summary>
    public DataUnit Unit => _index.Units[UnitIndex];

    /// <summary>Whether data of its kind states the size of its frames. That of a page or a scene is never given.</summary>
    public bool SizesAreGiven => RowModality.SizesAreGiven(_index.Header.DataType, Unit.SpaceType);

    /// <summary>The frame.</summary>
    public Frame Frame { get; private set; } = null!;

    /// <summary>Counts the frames, so that a new one can be told.</summary>
    public int Count { get; private set; }

    /// <summary>Why nothing on the frame can be used; null where it can.</summary>
    public (IssueCode Code, string Message)? Fault { get; private set; }

    /// <summary>Goes into a unit.</summary>
    public void Enter(int unit) => UnitIndex = unit;

    /// <summary>Goes on to the frame of labels that are flat in the unit.</summary>
    public void BeginFlat()
    {
        _key = null;
        Begin(new FrameKey(Unit.Sequence, null), 0);
    }

    /// <summary>Goes on to the frame that stands under a key.</summary>
    public void Begin(ReadOnlySpan<byte> key)
    {
        _key = _strings.Get(key);
        if (FrameKey.Read(key, _streams && Unit.SpaceType is null, _strings) is { } read)
            Begin(_isImageGroup ? new FrameKey(Unit.Sequence, null) : read, read.Number);
        else
        {
            (Fault, Frame) = ((IssueCatalogue.FrameKeyNotANumber, $"\"{_key}\" is not a frame number."), new Frame(0, Unit.Size));
            Count++;
        }
    }

    /// <summary>JSON Pointer of the labels, or of the frame the walk is in.</summary>
    public string Pointer(bool inFrame)
    {
        var map = Unit.SpaceType is null ? "/data_units" : "/spaces";
        var labels = $"{JsonPointer.Append(map, Unit.Hash)}/labels";
        return inFrame && _key is not null ? JsonPointer.Append(labels, _key) : labels;
    }

    private void Begin(FrameKey key, long slice)
    {
        Count++;
        Fault = null;
        Frame = new Frame(key.Number, _index.SizeOf(UnitIndex, slice)) { Stream = key.Stream };
        if (!SeenOf(key.Stream).Add(key.Number, key.Number)) Fault = (IssueCatalogue.FrameRepeated, $"Frame {key.Number} stood in the row before.");
    }

    /// <summary>The frames met of the unit and stream. All images of a group share their numbers.</summary>
    private FrameRanges SeenOf(string? stream)
    {
        var key = (_isImageGroup ? "" : Unit.Hash, Unit.SpaceType is not null, stream ?? "");
        if (_seen.TryGetValue(key, out var seen)) return seen;
        seen = new FrameRanges();
        if (_seen.Count < MostStreams) _seen[key] = seen;
        return seen;
    }
}
