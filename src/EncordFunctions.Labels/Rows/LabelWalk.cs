using System.Buffers.Text;
using System.Text;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Rows;

/// <summary>
/// The second walk through a row: stops at every object and classification of every frame, in file order, and at every place where labels
/// should be and something else is. Labels may be flat in the unit or keyed by frame.
/// </summary>
internal sealed class LabelWalk
{
    private enum Level
    {
        Row,
        Units,
        Unit,
        Labels,
        Frame,
        Objects,
        Classifications,
    }

    private readonly JsonWalker _json;
    private readonly RowIndex _index;
    private readonly RowIssues _issues;
    private readonly UnknownMembers _unknown;
    private readonly Stack<Level> _levels = new();
    private readonly FrameRanges _framesSeen = new();
    private int _unit = -1;
    private string? _key;
    private bool _flatBegun;
    private bool _taken;

    public LabelWalk(JsonSource source, RowIndex index, RowIssues issues, UnknownMembers unknown)
    {
        _json = new JsonWalker(source);
        _index = index;
        _issues = issues;
        _unknown = unknown;
        Pointer = PointerOfElement;
    }

    /// <summary>What the walk stands at.</summary>
    public LabelStop Stop { get; private set; }

    /// <summary>The data unit it stands in.</summary>
    public DataUnit Unit => _index.Units[_unit];

    /// <summary>Whether data of its kind states the size of its frames. That of a page or a scene is never given.</summary>
    public bool SizesAreGiven =>
        _index.Header.DataType is not ("pdf" or "scene") && Unit.SpaceType is not ("pdf" or "point_cloud" or "scene_image");

    /// <summary>The frame it stands on.</summary>
    public Frame Frame { get; private set; } = null!;

    /// <summary>Counts the frames, so that a new one can be told.</summary>
    public int FrameCount { get; private set; }

    /// <summary>Why nothing on the frame can be used; null where it can.</summary>
    public (IssueCode Code, string Message)? FrameFault { get; private set; }

    /// <summary>Index of the element in its list.</summary>
    public int Position { get; private set; }

    /// <summary>Offset of the element in the row.</summary>
    public long Offset => _json.Offset;

    /// <summary>JSON Pointer of the element, from the row on.</summary>
    public Func<string> Pointer { get; }

    /// <summary>The bytes of the element.</summary>
    public ReadOnlySpan<byte> Element => _json.Taken;

    /// <summary>What is wrong, at <see cref="LabelStop.Trouble"/>.</summary>
    public Issue? Trouble { get; private set; }

    /// <summary>Goes on to the next stop; false at the end of the row.</summary>
    public ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        if (_taken) _json.Release();
        _taken = false;
        // Nearly every stop is the next element of a list and at hand.
        if (!_levels.TryPeek(out var level) || level is not (Level.Objects or Level.Classifications) || !_json.TryTakeNextElement())
            return WalkAsync(cancellationToken);
        Position++;
        Stop = level == Level.Objects ? LabelStop.Object : LabelStop.Classification;
        _taken = true;
        return new(true);
    }

    private async ValueTask<bool> WalkAsync(CancellationToken cancellationToken)
    {
        if (_levels.Count == 0) await BeginAsync(cancellationToken).ConfigureAwait(false);
        while (_levels.TryPeek(out var level))
        {
            if (level is Level.Objects or Level.Classifications)
            {
                if (!await _json.NextElementAsync(cancellationToken).ConfigureAwait(false)) _levels.Pop();
                else if (await TakeAsync(level, cancellationToken).ConfigureAwait(false)) return true;
            }
            else if (!await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
                _levels.Pop();
            else if (!await StepIntoAsync(level, cancellationToken).ConfigureAwait(false))
                return true;
            if (_json.RanOut) throw AnotherRow();
        }
        return false;
    }

    private async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        if (await _json.PeekAsync(cancellationToken).ConfigureAwait(false) != JsonKind.Object) throw AnotherRow();
        _json.Enter();
        _levels.Push(Level.Row);
    }

    private static InvalidDataException AnotherRow() => new("The bytes are not those of the row that was indexed.");

    /// <summary>Handles the member that was stepped to; false where it is a stop.</summary>
    private ValueTask<bool> StepIntoAsync(Level level, CancellationToken cancellationToken) => level switch
    {
        Level.Row => EnterOrSkipAsync(_json.Name.SequenceEqual("data_units"u8), Level.Units, cancellationToken),
        Level.Units => EnterUnitAsync(cancellationToken),
        Level.Unit => EnterOrSkipAsync(_json.Name.SequenceEqual("labels"u8), Level.Labels, cancellationToken),
        _ => EnterLabelsAsync(level, cancellationToken),
    };

    private async ValueTask<bool> EnterOrSkipAsync(bool wanted, Level level, CancellationToken cancellationToken)
    {
        if (wanted && await _json.PeekAsync(cancellationToken).ConfigureAwait(false) == JsonKind.Object)
        {
            _json.Enter();
            _levels.Push(level);
            _flatBegun = false;
        }
        else
            await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async ValueTask<bool> EnterUnitAsync(CancellationToken cancellationToken)
    {
        // The first reading counted the same way, so the units match by their place; their keys need not be told apart.
        if (await _json.PeekAsync(cancellationToken).ConfigureAwait(false) == JsonKind.Object) _unit++;
        return await EnterOrSkipAsync(true, Level.Unit, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> EnterLabelsAsync(Level level, CancellationToken cancellationToken)
    {
        var list = _json.Name.SequenceEqual("objects"u8) ? Level.Objects : _json.Name.SequenceEqual("classifications"u8) ? Level.Classifications : Level.Row;
        if (list != Level.Row)
        {
            if (level == Level.Labels && !_flatBegun) BeginFrame(null);
            return await EnterListAsync(list, cancellationToken).ConfigureAwait(false);
        }
        if (_json.Name.SequenceEqual("metadata"u8)) return await EnterOrSkipAsync(false, level, cancellationToken).ConfigureAwait(false);
        var kind = await _json.PeekAsync(cancellationToken).ConfigureAwait(false);
        if (level == Level.Labels && kind == JsonKind.Object)
        {
            BeginFrame(Encoding.UTF8.GetString(_json.Name));
            return await EnterOrSkipAsync(true, Level.Frame, cancellationToken).ConfigureAwait(false);
        }
        if (level == Level.Labels && !_json.Name.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            var (pointer, offset) = ($"{PointerOfFrame()}/{Encoding.UTF8.GetString(_json.Name)}", _json.Offset);
            await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
            return kind == JsonKind.Null || Stumble(offset, pointer, $"Expected a frame, found {JsonBytes.NameOf(kind)}.");
        }
        _unknown.Add(level == Level.Labels ? "labels" : "a frame", _json.Name, _json.NameOffset, PointerOfFrame);
        return await EnterOrSkipAsync(false, level, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> EnterListAsync(Level list, CancellationToken cancellationToken)
    {
        var name = list == Level.Objects ? "objects" : "classifications";
        var kind = await _json.PeekAsync(cancellationToken).ConfigureAwait(false);
        var offset = _json.Offset;
        if (kind == JsonKind.List)
        {
            _json.Enter();
            _levels.Push(list);
            Position = -1;
            return true;
        }
        // The vendor's page writes the empty list as {}.
        var empty = kind == JsonKind.Null;
        if (kind == JsonKind.Object)
        {
            _json.Enter();
            empty = true;
            while (await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
            {
                empty = false;
                await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        else
            await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
        return empty || Stumble(offset, $"{PointerOfFrame()}/{name}", $"Expected a list of {name}, found {JsonBytes.NameOf(kind)}; nothing in it is read.");
    }

    /// <summary>Stops at something that should hold labels and can't; the result is always false.</summary>
    private bool Stumble(long offset, string pointer, string message)
    {
        Stop = LabelStop.Trouble;
        Trouble = _issues.At(IssueCatalogue.UnusableContainer, offset, pointer, message);
        return false;
    }

    private async ValueTask<bool> TakeAsync(Level level, CancellationToken cancellationToken)
    {
        Position++;
        Stop = level == Level.Objects ? LabelStop.Object : LabelStop.Classification;
        var offset = _json.Offset;
        _taken = await _json.TakeAsync(cancellationToken).ConfigureAwait(false);
        if (_taken) return true;
        if (_json.RanOut) throw AnotherRow();
        await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
        var length = _json.Offset - offset;
        Stop = level == Level.Objects ? LabelStop.LostObject : LabelStop.LostClassification;
        Trouble = _issues.At(IssueCatalogue.ValueTooLong, offset, PointerOfElement(), $"The value is {length} bytes long, more than {JsonWalker.LongestValue}.") with { Frame = Frame.Number };
        return true;
    }

    private void BeginFrame(string? key)
    {
        var unit = _index.Units[_unit];
        (_key, FrameFault, _flatBegun) = (key, null, key is null);
        FrameCount++;
        var number = unit.Sequence;
        var place = 0L;
        if (key is not null && (!Utf8Parser.TryParse(Encoding.UTF8.GetBytes(key), out place, out var used) || used != key.Length || place < 0))
            FrameFault = (IssueCatalogue.FrameKeyNotANumber, $"\"{key}\" is not a frame number.");
        if (key is not null && !RowModality.IsGroup(_index.Header.DataType)) number = place;
        Frame = new Frame(number, _index.SizeOf(_unit, place));
        if (FrameFault is null && !_framesSeen.Add(number, number))
            FrameFault = (IssueCatalogue.FrameRepeated, $"Frame {number} stood in the row before.");
    }

    private string PointerOfFrame()
    {
        var labels = $"{JsonPointer.Append("/data_units", _index.Units[_unit].Hash)}/labels";
        return _key is not null && _levels.Contains(Level.Frame) ? JsonPointer.Append(labels, _key) : labels;
    }

    private string PointerOfElement() => $"{PointerOfFrame()}/{(_levels.Peek() == Level.Objects ? "objects" : "classifications")}/{Position}";
}
